"""Sentences of imports: what a row says, why it was left out, what to do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # where
    "import.place": ("{file}, row {row}, {column}", "{file}, fila {row}, {column}"),
    "import.place_row": ("{file}, row {row}", "{file}, fila {row}"),
    # files as a whole
    "import.no_such_file": (
        "There is no file or folder {file}. Choose another.",
        "No existe el archivo ni la carpeta {file}. Elige otro.",
    ),
    "import.cannot_open": (
        "{file} cannot be opened: {why}. Close it elsewhere, or ask for permission to read it.",
        "No se puede abrir {file}: {why}. Ciérralo en otros programas o pide permiso para leerlo.",
    ),
    "import.file_too_large": (
        "{file} is larger than {most} MB. Split it into several files.",
        "{file} ocupa más de {most} MB. Divídelo en varios archivos.",
    ),
    "import.empty_file": (
        "{file} is empty. Save the table again, with its header in the first row.",
        "{file} está vacío. Guarda la tabla de nuevo, con la cabecera en la primera fila.",
    ),
    "import.not_a_table": (
        "{file} is not a table. Save it as CSV or .xlsx.",
        "{file} no es una tabla. Guárdalo como CSV o .xlsx.",
    ),
    "import.a_database": (
        "{file} is a database, not a table. If it is a techsched file, open it instead.",
        "{file} es una base de datos, no una tabla. Si es un archivo de techsched, ábrelo.",
    ),
    "import.old_workbook": (
        "{file} is an old workbook (.xls). Save it as .xlsx or CSV.",
        "{file} es un libro antiguo (.xls). Guárdalo como .xlsx o CSV.",
    ),
    "import.not_a_workbook": (
        "{file} is packed, but is no .xlsx workbook. Save the table as .xlsx or CSV.",
        "{file} está comprimido, pero no es un libro .xlsx. Guarda la tabla como .xlsx o CSV.",
    ),
    "import.broken_workbook": (
        "{file} is damaged or protected and cannot be read. Open it in a spreadsheet and save it again as .xlsx.",
        "{file} está dañado o protegido y no se puede leer. Ábrelo en una hoja de cálculo "
        "y guárdalo otra vez como .xlsx.",
    ),
    "import.unpacks_too_large": (
        "{file} unpacks to more than {most} MB. Save only the table, as CSV.",
        "{file} ocupa más de {most} MB descomprimido. Guarda solo la tabla, como CSV.",
    ),
    "import.too_many_cells": (
        "{file} holds more than {most} cells. Save it as CSV, or split it.",
        "{file} tiene más de {most} celdas. Guárdalo como CSV o divídelo.",
    ),
    "import.too_many_rows": (
        "{file} holds more than {most} rows. Split it into several files.",
        "{file} tiene más de {most} filas. Divídelo en varios archivos.",
    ),
    "import.too_many_columns": (
        "{file} holds more than {most} columns. Leave only those of the table.",
        "{file} tiene más de {most} columnas. Deja solo las de la tabla.",
    ),
    "import.too_many_files": (
        "{folder} holds {n} tables; a company has nine. Choose the folder of one company.",
        "{folder} contiene {n} tablas; una empresa tiene nueve. Elige la carpeta de una sola empresa.",
    ),
    "import.quote_open": (
        "{file}, row {row}: a quotation mark opens and is never closed, so that the rest of the file is one cell. "
        "Close it or take it away.",
        "{file}, fila {row}: unas comillas se abren y no se cierran, y el resto del archivo queda en una celda. "
        "Ciérralas o quítalas.",
    ),
    "import.no_company": (
        "{folder} holds no table of a company. Expected any of {tables}.",
        "{folder} no contiene ninguna tabla de una empresa. Se espera alguna de {tables}.",
    ),
    "import.unknown_table": (
        "{file} is none of a company's tables. Name it as one of {tables}, with that table's columns.",
        "{file} no es ninguna tabla de una empresa. Ponle el nombre de una de {tables}, con sus columnas.",
    ),
    "import.not_read": (
        "Not a table of a company: passed over.",
        "No es una tabla de una empresa: no se ha leído.",
    ),
    # headers
    "import.no_header": (
        "{file}, row {row}: no known column name in the first rows, only: {found}. Put the header on top.",
        "{file}, fila {row}: ningún nombre de columna conocido en las primeras filas, solo: {found}. "
        "Pon la cabecera arriba.",
    ),
    "import.column_missing": (
        "{file}, row {row}: the column {column} is missing. Found: {found}. Add it to the header.",
        "{file}, fila {row}: falta la columna {column}. Hay: {found}. Añádela a la cabecera.",
    ),
    "import.column_missing_near": (
        "{file}, row {row}: the column {column} is missing. Is it the one called {near}? Rename it to {column}.",
        "{file}, fila {row}: falta la columna {column}. ¿Es la que se llama {near}? Renómbrala a {column}.",
    ),
    "import.column_twice": (
        "{file}, row {row}: the columns {one} and {other} mean the same. Leave only one of them.",
        "{file}, fila {row}: las columnas {one} y {other} significan lo mismo. Deja solo una.",
    ),
    "import.column_unknown": (
        "{column} is not a column of this table: passed over.",
        "{column} no es una columna de esta tabla: no se ha leído.",
    ),
    # rows
    "import.wrong_width": (
        "The row has {cells} {cells:cell|cells}, the header {columns}. Fill the row, "
        "with the same separator as in the header.",
        "La fila tiene {cells} {cells:celda|celdas} y la cabecera {columns}. Completa la fila, "
        "con el mismo separador que la cabecera.",
    ),
    "import.cell_empty": ("The cell is empty. Fill it in.", "La celda está vacía. Rellénala."),
    "import.either_empty": (
        "Both {one} and {other} are empty. Fill one of them in.",
        "{one} y {other} están vacías. Rellena una de las dos.",
    ),
    "import.both_or_none": (
        "The cell is empty, but {other} is filled. Fill both or neither.",
        "La celda está vacía, pero {other} está rellena. Rellena las dos o ninguna.",
    ),
    "import.cell_too_long": (
        "The cell has {length} characters; {most} are read at most. Shorten it.",
        "La celda tiene {length} caracteres; se leen {most} como mucho. Acórtala.",
    ),
    "import.broken_letters": (
        "{value} has letters that cannot be read. Save the file as CSV UTF-8.",
        "{value} tiene letras que no se pueden leer. Guarda el archivo como CSV UTF-8.",
    ),
    "import.spreadsheet_trouble": (
        "{value} is what a spreadsheet writes when a formula fails. Write the value itself.",
        "{value} es lo que escribe una hoja de cálculo cuando falla una fórmula. Escribe el valor.",
    ),
    "import.mended": (
        "{value} was saved in two encodings, one over the other. Read as {used}.",
        "{value} se guardó con dos codificaciones, una sobre otra. Se ha leído {used}.",
    ),
    # cells
    "import.code_too_long": (
        "{value} is too long for a code. Use 40 characters at most.",
        "{value} es demasiado largo para un código. Usa 40 caracteres como mucho.",
    ),
    "import.not_a_day": (
        "{value} is not a day. Write it as 2026-08-31 or 31/08/2026.",
        "{value} no es una fecha. Escríbela como 2026-08-31 o 31/08/2026.",
    ),
    "import.no_such_day": (
        "{value} does not exist in the calendar. Correct the day.",
        "{value} no existe en el calendario. Corrige el día.",
    ),
    "import.year_out_of_range": (
        "{value} is out of range: years run from {first} to {last}. For no end, leave the cell empty.",
        "{value} queda fuera: los años van de {first} a {last}. Si no tiene fin, deja la celda vacía.",
    ),
    "import.not_a_moment": (
        "{value} is not a day with a time. Write it as 2026-08-31T09:00 or 31/08/2026 09:00.",
        "{value} no es una fecha con hora. Escríbela como 2026-08-31T09:00 o 31/08/2026 09:00.",
    ),
    "import.not_a_clock": (
        "{value} is not a time of day. Write it as 09:00.",
        "{value} no es una hora. Escríbela como 09:00.",
    ),
    "import.not_a_number": (
        "{value} is not a number. Write digits only, such as 60 or 37.5.",
        "{value} no es un número. Escribe solo cifras, como 60 o 37,5.",
    ),
    "import.not_whole": (
        "{value} is not a whole number. Leave out the decimals.",
        "{value} no es un número entero. Quita los decimales.",
    ),
    "import.number_out_of_range": (
        "{value} is out of range: {low} to {high}. Correct the number.",
        "{value} queda fuera: de {low} a {high}. Corrige el número.",
    ),
    "import.not_yes_or_no": (
        "{value} is neither yes nor no. Write 1 or 0.",
        "{value} no es ni sí ni no. Escribe 1 o 0.",
    ),
    "import.not_a_choice": (
        "{value} is not known here. Write one of: {choices}.",
        "{value} no se conoce aquí. Escribe uno de estos: {choices}.",
    ),
    "import.not_a_choice_near": (
        "{value} is not known here. Did you mean {near}?",
        "{value} no se conoce aquí. ¿Querías decir {near}?",
    ),
    "import.not_a_weekday": (
        "{value} is not a weekday. Write Mon Tue Wed Thu Fri Sat Sun.",
        "{value} no es un día de la semana. Escribe lun mar mié jue vie sáb dom.",
    ),
    "import.not_a_zone": (
        "{value} is not a time zone. Write one such as Europe/Madrid.",
        "{value} no es una zona horaria. Escribe una como Europe/Madrid.",
    ),
    "import.not_a_district": (
        "{value} is not a district of {city}. Write a name or a two-digit code.",
        "{value} no es un distrito de {city}. Escribe el nombre o el código de dos cifras.",
    ),
    "import.not_a_district_near": (
        "{value} is not a district. Did you mean {near}?",
        "{value} no es un distrito. ¿Querías decir {near}?",
    ),
    # what rows say of each other
    "import.in_office": (
        "{value} is in the office already. Change it there, or give this one another name or code.",
        "{value} ya está en la oficina. Cámbialo allí o dale a este otro nombre o código.",
    ),
    "import.twice": (
        "{value} stands already in {file}, row {row}. Leave one of the two, or change its name or code.",
        "{value} ya está en {file}, fila {row}. Deja uno de los dos o cambia su nombre o código.",
    ),
    "import.depends": (
        "It needs {table:record} {value}, left out in {file}, row {row}. Correct that row first.",
        "Necesita {table:record} {value}, que no se importó: {file}, fila {row}. Corrige antes esa fila.",
    ),
    "import.unknown_reference": (
        "There is no {table:record} {value} in these files or the office. Add it, or correct the code.",
        "No hay {table:record} {value} en estos archivos ni en la oficina. Añádelo o corrige el código.",
    ),
    "import.unknown_reference_near": (
        "There is no {table:record} {value} in these files or the office. Did you mean {near}?",
        "No hay {table:record} {value} en estos archivos ni en la oficina. ¿Querías decir {near}?",
    ),
    "import.districts_differ": (
        "District {code} is {meant}, but the row says {named}. Correct one of the two.",
        "El distrito {code} es {meant}, pero la fila dice {named}. Corrige uno de los dos.",
    ),
    "import.district_of_site": (
        "Site {site} is in another district; the site's own holds.",
        "La sede {site} está en otro distrito; vale el de la sede.",
    ),
    "import.site_of_other_client": (
        "Site {site} does not belong to client {client}. Correct one of the two.",
        "La sede {site} no es del cliente {client}. Corrige uno de los dos.",
    ),
    "import.site_needed": (
        "Work on site needs a site. Fill it in, or make the engagement remote.",
        "El trabajo presencial necesita una sede. Indícala o haz remoto el servicio.",
    ),
    "import.onsite_weekdays_needed": (
        "A mixed engagement needs its weekdays on site. Fill them in, such as Mon Wed.",
        "Un servicio mixto necesita sus días presenciales. Indícalos, por ejemplo lun mié.",
    ),
    "import.half_coordinates": (
        "Latitude and longitude go together. Fill both or neither.",
        "La latitud y la longitud van juntas. Rellena las dos o ninguna.",
    ),
    "import.level_missing": (
        "A skill has a level from 1 to 5. Fill it in.",
        "Una competencia tiene un nivel de 1 a 5. Rellénalo.",
    ),
    "import.client_holiday": (
        "A client's own holiday is a closure. Write national, region or city here.",
        "El festivo propio de un cliente es un cierre. Escribe aquí nacional, regional o local.",
    ),
    "import.mode_of_engagement": (
        "Engagement {engagement} is {mode:mode}; that holds.",
        "El servicio {engagement}: {mode:mode}; vale eso.",
    ),
    "import.no_line": (
        "Engagement {engagement} asks for nobody. Give it a staffing line first.",
        "El servicio {engagement} no pide a nadie. Dale antes una línea de servicio.",
    ),
    "import.no_place_left": (
        "Engagement {engagement} asks for {n} {n:person|people}, all placed in those days. "
        "Change the dates, or ask for more.",
        "El servicio {engagement} pide {n} {n:persona|personas}, ya asignadas en esos días. "
        "Cambia las fechas o pide más.",
    ),
    # times
    "import.ends_before_start": (
        "Ends on {end:date}, before it begins on {start:date}. Correct one of the two.",
        "Termina el {end:date}, antes de empezar el {start:date}. Corrige una de las dos fechas.",
    ),
    "import.time_before_start": (
        "Ends at {end}, not after it begins at {start}. Correct one of the two.",
        "Termina a las {end}, no después de empezar a las {start}. Corrige una de las dos horas.",
    ),
    "import.moment_before_start": (
        "Ends on {end_day:day} at {end}, not after it begins on {start_day:day} at {start}. Correct one of the two.",
        "Termina el {end_day:day} a las {end}, no después de empezar el {start_day:day} a las {start}. "
        "Corrige una de las dos horas.",
    ),
    "import.no_time_between": (
        "Begins and ends at {value}. Write the hours worked, such as 09:00 and 18:00.",
        "Empieza y termina a las {value}. Escribe el horario, por ejemplo 09:00 y 18:00.",
    ),
    "import.break_too_long": (
        "A break of {minutes:length} does not fit into {length:length}. Shorten it.",
        "Un descanso de {minutes:length} no cabe en {length:length}. Acórtalo.",
    ),
    "import.into_next_day": (
        "{start} to {end} is read as a night: it ends the next day.",
        "De {start} a {end} se lee como noche: termina al día siguiente.",
    ),
    "import.no_such_time": (
        "{time} did not exist on {day:date}: the clock was put forward. Read as {used}.",
        "Las {time} no existieron el {day:date}: se adelantó el reloj. Se lee {used}.",
    ),
    "import.placement_too_long": (
        "More than 30 years for one person. Correct the dates.",
        "Más de 30 años para una persona. Corrige las fechas.",
    ),
    "import.outside_engagement": (
        "Engagement {engagement} runs from {start:date} to {end:date}. Correct the dates.",
        "El servicio {engagement} va del {start:date} al {end:date}. Corrige las fechas.",
    ),
    "import.before_engagement": (
        "Engagement {engagement} begins on {start:date}. Correct the dates.",
        "El servicio {engagement} empieza el {start:date}. Corrige las fechas.",
    ),
    "import.cut_to_engagement": (
        "Engagement {engagement} goes no further than {day:date}; that holds.",
        "El servicio {engagement} no pasa del {day:date}; vale esa fecha.",
    ),
    # what comes of it
    "import.too_many_bookings": (
        "These files would make more than {most} bookings. Nothing was imported. Import them in parts.",
        "Estos archivos crearían más de {most} asignaciones. No se ha importado nada. Impórtalos por partes.",
    ),
    "import.too_many_refused": (
        "{file}, row {row}: more than {most} rows cannot be read. Nothing was imported. "
        "Correct the first ones, or choose other files.",
        "{file}, fila {row}: más de {most} filas no se pueden leer. No se ha importado nada. "
        "Corrige las primeras o elige otros archivos.",
    ),
    "import.too_many_clashes": (
        "More than {most} bookings of one person overlap. Nothing was imported. Correct the placements.",
        "Se solapan más de {most} asignaciones de la misma persona. No se ha importado nada. Corrige las asignaciones.",
    ),
    "import.closed_august": ("Closed in August", "Cerrado en agosto"),
}
