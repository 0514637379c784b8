"""Sentences about the file and what happens to it."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # opening
    "store.not_a_path": (
        "{url} is not a file. Give a path, or sqlite:/// and a path.",
        "{url} no es un archivo. Escribe una ruta, o sqlite:/// y una ruta.",
    ),
    "store.missing": (
        "There is no file {file}. Look where it was moved to; nothing was made in its place.",
        "No existe el archivo {file}. Mira adónde se movió; no se ha creado nada en su lugar.",
    ),
    "store.missing_saved": (
        "There is no file {file}. Look where it was moved to, or restore its newest backup {copy}.",
        "No existe el archivo {file}. Mira adónde se movió, o restaura su última copia {copy}.",
    ),
    "store.not_a_file": (
        "{file} is a folder, not a techsched file. Choose the file inside.",
        "{file} es una carpeta, no un archivo de techsched. Elige el archivo que hay dentro.",
    ),
    "store.empty": (
        "{file} is empty: 0 bytes. It was left alone; choose another file.",
        "{file} está vacío: 0 bytes. No se ha tocado; elige otro archivo.",
    ),
    "store.empty_saved": (
        "{file} is empty: 0 bytes. It was left alone; restore its newest backup {copy}.",
        "{file} está vacío: 0 bytes. No se ha tocado; restaura su última copia {copy}.",
    ),
    "store.a_text": (
        "{file} is a text file, not a techsched file. If it holds a company's tables, import its folder.",
        "{file} es un archivo de texto, no de techsched. Si contiene tablas de una empresa, importa su carpeta.",
    ),
    "store.not_an_office": (
        "{file} is not a techsched file. It was left alone; choose another file.",
        "{file} no es un archivo de techsched. No se ha tocado; elige otro archivo.",
    ),
    "store.foreign": (
        "{file} belongs to another program. It was left alone; choose a techsched file.",
        "{file} es de otro programa. No se ha tocado; elige un archivo de techsched.",
    ),
    "store.newer": (
        "{file} was written by a newer techsched ({needs}). Install that version to open it.",
        "{file} lo escribió un techsched más nuevo ({needs}). Instala esa versión para abrirlo.",
    ),
    "store.older_readonly": (
        "{file} was written by an older techsched. Open it once with the right to write, to bring it up to date.",
        "{file} lo escribió un techsched anterior. Ábrelo una vez con permiso de escritura para actualizarlo.",
    ),
    "store.damaged": (
        "{file} is damaged. It was left as it is; restore a backup.",
        "{file} está dañado. Se ha dejado como está; restaura una copia de seguridad.",
    ),
    "store.damaged_saved": (
        "{file} is damaged. It was left as it is; restore its newest backup {copy}.",
        "{file} está dañado. Se ha dejado como está; restaura su última copia {copy}.",
    ),
    "store.truncated": (
        "{file} is cut short: its end is missing. It was left as it is; restore a backup.",
        "{file} está cortado: le falta el final. Se ha dejado como está; restaura una copia de seguridad.",
    ),
    "store.truncated_saved": (
        "{file} is cut short: its end is missing. It was left as it is; restore its newest backup {copy}.",
        "{file} está cortado: le falta el final. Se ha dejado como está; restaura su última copia {copy}.",
    ),
    "store.altered": (
        "Another program has changed how {file} guards against double bookings. Open it read-only, or restore a"
        " backup.",
        "Otro programa cambió cómo {file} impide las dobles asignaciones. Ábrelo solo para leer o restaura una copia.",
    ),
    "store.altered_saved": (
        "Another program has changed how {file} guards against double bookings. Open it read-only, or restore its"
        " newest backup {copy}.",
        "Otro programa cambió cómo {file} impide las dobles asignaciones. Ábrelo solo para leer o restaura su última"
        " copia {copy}.",
    ),
    "store.locked": (
        "Another program is holding {file}. Close it there, or try again in a moment.",
        "Otro programa tiene retenido {file}. Ciérralo allí o inténtalo de nuevo dentro de un momento.",
    ),
    "store.readonly_file": (
        "{file} may not be written. Open it read-only, or ask for the right to write.",
        "{file} no se puede escribir. Ábrelo solo para leer o pide permiso de escritura.",
    ),
    "store.readonly_folder": (
        "The folder {folder} may not be written. Open {file} read-only, or move it to a folder of yours.",
        "En la carpeta {folder} no se puede escribir. Abre {file} solo para leer o muévelo a una carpeta tuya.",
    ),
    "store.readonly_changes": (
        "The latest changes of {file} lie in {changes}, and nothing can be written there. Copy both files to a folder"
        " of yours.",
        "Los últimos cambios de {file} están en {changes} y ahí no se puede escribir. Copia los dos archivos a una"
        " carpeta tuya.",
    ),
    "store.readonly_here": (
        "{file} is open for reading only. Open it with the right to write to change it.",
        "{file} está abierto solo para leer. Ábrelo con permiso de escritura para cambiarlo.",
    ),
    "store.cannot_open": (
        "{file} cannot be opened. Check that you may read it and its folder.",
        "{file} no se puede abrir. Comprueba que puedes leerlo y también su carpeta.",
    ),
    "store.disk_full": (
        "The disk of {file} is full. Nothing was written; make room and do it again.",
        "El disco de {file} está lleno. No se ha escrito nada; libera espacio y repítelo.",
    ),
    "store.disk_fails": (
        "The disk of {file} does not take what is written: it may be full, or failing. Nothing was written; make room,"
        " or copy the file elsewhere.",
        "El disco de {file} no admite lo que se escribe: quizá esté lleno o falle. No se ha escrito nada; libera"
        " espacio o copia el archivo a otro sitio.",
    ),
    "store.exists": (
        "There is something at {file} already. It was left alone; choose another name.",
        "Ya hay algo en {file}. No se ha tocado; elige otro nombre.",
    ),
    "store.replaced": (
        "Another file was put in the place of {file}. Nothing was written; open it again.",
        "Se puso otro archivo en el lugar de {file}. No se ha escrito nada; vuelve a abrirlo.",
    ),
    "store.migration_lost": (
        "{file} could not be brought up to date: rows of {table} would have been lost. It was left as it was.",
        "{file} no se pudo actualizar: se habrían perdido filas de {table}. Se ha dejado como estaba.",
    ),
    # writing
    "store.stale_changed": (
        "{who} has changed {name} ({what:record}) in the meantime. Nothing was written; look at what stands now.",
        "{who} ha cambiado mientras tanto {name} ({what:record}). No se ha escrito nada; mira lo que hay ahora.",
    ),
    "store.stale_removed": (
        "{who} has removed {name} ({what:record}) in the meantime. Nothing was written.",
        "{who} ha quitado mientras tanto {name} ({what:record}). No se ha escrito nada.",
    ),
    "store.stale_made": (
        "{who} has made {name} ({what:record}) already. Nothing was written; look at what stands now.",
        "{who} ya ha creado {name} ({what:record}). No se ha escrito nada; mira lo que hay ahora.",
    ),
    "store.double_booked": (
        "{technician} is double booked on {day:day}: {start}-{end} meets {client} {other_start}-{other_end}. Nothing"
        " was written; move one, or keep both with a reason.",
        "{technician} tiene doble asignación el {day:day}: {start}-{end} coincide con {client}"
        " {other_start}-{other_end}. No se ha escrito nada; mueve una o conserva las dos con un motivo.",
    ),
    "store.overlap_kept": (
        "Two bookings still overlap here and are kept anyway. Move one of them first.",
        "Aquí todavía coinciden dos asignaciones forzadas con motivo. Mueve antes una de ellas.",
    ),
    "store.one_office": (
        "This file has its office already. Make a new file for another one.",
        "Este archivo ya tiene su oficina. Crea un archivo nuevo para otra.",
    ),
    "store.code_taken": (
        "The code {code} is taken already ({what:record}). Choose another.",
        "El código {code} ya está en uso ({what:record}). Elige otro.",
    ),
    "store.reference_gone": (
        "{name} ({what:record}) needs a {parent:record} that is no longer there. Nothing was written; look again.",
        "{name} ({what:record}) necesita algo que ya no está ({parent:record}). No se ha escrito nada; vuelve a mirar.",
    ),
    "store.still_used": (
        "{name} ({what:record}) is still needed by something else. Nothing was written; take that away first.",
        "Otra cosa necesita todavía {name} ({what:record}). No se ha escrito nada; quita antes aquello.",
    ),
    # checking
    "store.verify_damage": (
        "{file} is damaged ({detail}). Change nothing in it; restore a backup.",
        "{file} está dañado ({detail}). No cambies nada en él; restaura una copia de seguridad.",
    ),
    "store.verify_guard": (
        "Another program has changed how {file} guards against double bookings. Change nothing; restore a backup.",
        "Otro programa cambió cómo {file} impide las dobles asignaciones. No cambies nada; restaura una copia.",
    ),
    "store.verify_references": (
        "{file}: {n} {n:record refers|records refer} to something that is not there ({tables}). Restore a backup.",
        "{file}: {n} {n:registro apunta|registros apuntan} a algo que no está ({tables}). Restaura una copia.",
    ),
    "store.verify_overlap": (
        "{technician} is double booked on {day:day} without a reason: {start}-{end} meets {client}"
        " {other_start}-{other_end}. Move one.",
        "{technician} tiene doble asignación sin motivo el {day:day}: {start}-{end} coincide con {client}"
        " {other_start}-{other_end}. Mueve una.",
    ),
    # backups
    "store.copy_newer": (
        "The backup {file} was written by a newer techsched. Install that version to restore it.",
        "La copia {file} la escribió un techsched más nuevo. Instala esa versión para restaurarla.",
    ),
    "store.copy_changed": (
        "The backup {file} is not as it was written. Nothing was replaced; choose another backup.",
        "La copia {file} no está como se escribió. No se ha reemplazado nada; elige otra copia.",
    ),
}
