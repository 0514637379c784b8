"""Sentences about the files of a city: what stands where, and how to mend it."""

from __future__ import annotations

_CELL = "{file}, row {row}, column {column}: "
_CELDA = "{file}, fila {row}, columna {column}: "

SENTENCES: dict[str, tuple[str, str]] = {
    "city_unknown": (
        "{city} is not one of the cities here. Choose one of these: {cities}.",
        "{city} no es una de las ciudades disponibles. Elige una de estas: {cities}.",
    ),
    "city_file_missing": (
        "The folder {folder} has no {file}. A city needs at least city.csv and districts.csv.",
        "La carpeta {folder} no tiene {file}. Una ciudad necesita al menos city.csv y districts.csv.",
    ),
    "city_file_closed": (
        "{file} cannot be opened: {why}. Close it elsewhere or ask for access, then try again.",
        "{file} no se puede abrir: {why}. Ciérralo en otros programas o pide acceso y vuelve a intentarlo.",
    ),
    "city_file_no_table": (
        "{file} cannot be read as a table. Save it as CSV in UTF-8.",
        "{file} no se puede leer como tabla. Guárdalo como CSV en UTF-8.",
    ),
    "city_file_empty": (
        "{file} has no rows under its column names. Add at least one.",
        "{file} no tiene filas bajo los nombres de las columnas. Añade al menos una.",
    ),
    "city_column": (
        "{file}, row 1: the column {column} is missing. Add it.",
        "{file}, fila 1: falta la columna {column}. Añádela.",
    ),
    "city_column_twice": (
        "{file}, row 1: the column {column} is there twice. Remove one.",
        "{file}, fila 1: la columna {column} está dos veces. Quita una.",
    ),
    "city_row_long": (
        "{file}, row {row} has {cells} cells for {columns} columns. Put text that holds the separator in quotes.",
        "{file}, fila {row}: hay {cells} celdas para {columns} columnas. Pon entre comillas el texto que lleve el "
        "separador.",
    ),
    "city_rows": (
        "{file}, row {row}: only one city fits in a folder. Remove this row.",
        "{file}, fila {row}: en una carpeta solo cabe una ciudad. Quita esta fila.",
    ),
    "city_cell_empty": (
        _CELL + "the cell is empty. Fill it in.",
        _CELDA + "la celda está vacía. Rellénala.",
    ),
    "city_cell_number": (
        _CELL + "{value} is not a number. Write one such as 1.5.",
        _CELDA + "{value} no es un número. Escribe uno como 1,5.",
    ),
    "city_cell_whole": (
        _CELL + "{value} is not a whole number. Write it without decimals.",
        _CELDA + "{value} no es un número entero. Escríbelo sin decimales.",
    ),
    "city_cell_range": (
        _CELL + "{value} is out of range. Write a number from {low} to {high}.",
        _CELDA + "{value} está fuera de rango. Escribe un número de {low} a {high}.",
    ),
    "city_cell_day": (
        _CELL + "{value} is not a date. Write it as 2026-11-25.",
        _CELDA + "{value} no es una fecha. Escríbela como 2026-11-25.",
    ),
    "city_cell_choice": (
        _CELL + "{value} means nothing here. Write one of these: {choices}.",
        _CELDA + "{value} no significa nada aquí. Escribe uno de estos: {choices}.",
    ),
    "city_cell_zone": (
        _CELL + "{value} is not a time zone. Write one such as Europe/Madrid.",
        _CELDA + "{value} no es una zona horaria. Escribe una como Europe/Madrid.",
    ),
    "city_cell_district": (
        _CELL + "{value} is not a district of districts.csv. Write the code of one.",
        _CELDA + "{value} no es un distrito de districts.csv. Escribe el código de uno.",
    ),
    "city_cell_twice": (
        _CELL + "{value} is already in row {first}. Remove one of the two.",
        _CELDA + "{value} ya está en la fila {first}. Quita una de las dos.",
    ),
    "city_cell_taken": (
        _CELL + "{value} already means {district}. Give it one meaning.",
        _CELDA + "{value} ya significa {district}. Dale un solo significado.",
    ),
    "city_cell_itself": (
        _CELL + "{value} cannot border on itself. Write another district.",
        _CELDA + "{value} no puede limitar consigo mismo. Escribe otro distrito.",
    ),
    "city_cell_tile": (
        _CELL + "{value} lies on a tile that {district} has. Give it another.",
        _CELDA + "{value} está en una casilla que ya tiene {district}. Dale otra.",
    ),
    "city_cell_outline": (
        _CELL + "{value} has fewer than three corners. Add the rest.",
        _CELDA + "{value} tiene menos de tres vértices. Añade los que faltan.",
    ),
    "city_cell_before": (
        _CELL + "{value} lies before the day in {start}. Write a later one.",
        _CELDA + "{value} es anterior al día de {start}. Escribe uno posterior.",
    ),
    "city_cell_run": (
        _CELL + "the days off from {first:date} to {last:date} do not hold the days taken. Widen them.",
        _CELDA + "los días libres del {first:date} al {last:date} no incluyen los días pedidos. Amplíalos.",
    ),
}
