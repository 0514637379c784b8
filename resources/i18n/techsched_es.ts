<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Almanac</name>
    <message>
        <source>Choose a day</source>
        <translation>Elige un día</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>%1 is missing. Fill it in.</source>
        <translation>Falta: %1. Rellénalo.</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Nobody fits yet</source>
        <translation>Aún no puede nadie</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Semana %1</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Show the person</source>
        <translation>Ver la persona</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Reasignar</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Make tentative</source>
        <translation>Dejar provisional</translation>
    </message>
    <message>
        <source>Make it on site</source>
        <translation>Pasar a presencial</translation>
    </message>
    <message>
        <source>Make it remote</source>
        <translation>Pasar a remoto</translation>
    </message>
    <message>
        <source>Off sick today</source>
        <translation>De baja hoy</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Nueva visita</translation>
    </message>
    <message>
        <source>New absence</source>
        <translation>Nueva ausencia</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>%1 bookings</source>
        <translation>%1 asignaciones</translation>
    </message>
    <message>
        <source>Press P on the card to choose who covers it.</source>
        <translation>Pulsa P en la tarjeta para elegir quién lo cubre.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>%1 arrives %2</source>
        <translation>%1 llega %2</translation>
    </message>
    <message>
        <source>%1, %2 after the deadline</source>
        <translation>%1, %2 después de la hora límite</translation>
    </message>
    <message>
        <source>%1, %2 before the deadline</source>
        <translation>%1, %2 antes de la hora límite</translation>
    </message>
    <message>
        <source>%1 min there</source>
        <translation>%1 min de ida</translation>
    </message>
    <message>
        <source>%1 min on</source>
        <translation>%1 min de vuelta</translation>
    </message>
    <message>
        <source>Hold Shift to keep it as a conflict.</source>
        <translation>Con Mayús se mantiene como conflicto.</translation>
    </message>
    <message>
        <source>Give to somebody else</source>
        <translation>Dar a otra persona</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Who could go</source>
        <translation>Quién podría ir</translation>
    </message>
    <message>
        <source>Choose client and site, and give a length, to see who could go.</source>
        <translation>Elige cliente y sede e indica la duración para ver quién podría ir.</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Why the others do not fit</source>
        <translation>Por qué los demás no pueden</translation>
    </message>
    <message>
        <source>Live, by what the fields say.</source>
        <translation>Al momento, según lo que dicen los campos.</translation>
    </message>
    <message>
        <source>Live. Deadline %1.</source>
        <translation>Al momento. Hora límite %1.</translation>
    </message>
    <message>
        <source>What is not right yet is left out.</source>
        <translation>Lo que aún no está bien no se tiene en cuenta.</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>%1 clients</source>
        <translation>%1 clientes</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 cliente</translation>
    </message>
    <message>
        <source>Name, district, contact</source>
        <translation>Nombre, distrito, contacto</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>No client yet. A name is enough to start; sites and people come after it.</source>
        <translation>Aún no hay clientes. Con un nombre basta para empezar; las sedes y las personas vienen después.</translation>
    </message>
    <message>
        <source>No client matches “%1”.</source>
        <translation>Ningún cliente coincide con «%1».</translation>
    </message>
    <message>
        <source>Sites of %1</source>
        <translation>Sedes de %1</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sedes</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>No site yet. Visits need one.</source>
        <translation>Aún no hay sedes. Las visitas necesitan una.</translation>
    </message>
    <message>
        <source>Choose a client to see its sites.</source>
        <translation>Elige un cliente para ver sus sedes.</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todos %1</translation>
    </message>
    <message>
        <source>Do not fit %1</source>
        <translation>No pueden %1</translation>
    </message>
    <message>
        <source>Need your OK %1</source>
        <translation>Con tu visto bueno %1</translation>
    </message>
    <message>
        <source>Warnings %1</source>
        <translation>Avisos %1</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>Forzados %1</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>Ver %1 más</translation>
    </message>
    <message>
        <source>Nothing to solve here.</source>
        <translation>Aquí no hay nada que resolver.</translation>
    </message>
    <message>
        <source>%1 past ones are not shown.</source>
        <translation>No se muestran %1 ya pasados.</translation>
    </message>
    <message>
        <source>Kept anyway</source>
        <translation>Forzado, con motivo</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>Dejar de forzar</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>Forzar, con motivo</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo ha fallado</translation>
    </message>
    <message>
        <source>The program stumbled over a mistake of its own. What was saved is safe, and you can carry on. If it happens again, send us the details.</source>
        <translation>El programa ha tropezado con un fallo suyo. Lo guardado está a salvo y puedes continuar. Si vuelve a pasar, envíanos los detalles.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>EngagementsPage</name>
    <message>
        <source>%1 engagements</source>
        <translation>%1 servicios contratados</translation>
    </message>
    <message>
        <source>1 engagement</source>
        <translation>1 servicio contratado</translation>
    </message>
    <message>
        <source>Title, client, technician</source>
        <translation>Título, cliente, técnico</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Servicio contratado</translation>
    </message>
    <message>
        <source>No engagement yet. It says what a client bought: days, hours, and who is needed.</source>
        <translation>Aún no hay servicios contratados. Dicen qué ha contratado un cliente: días, horas y quién hace falta.</translation>
    </message>
    <message>
        <source>No engagement matches “%1”.</source>
        <translation>Ningún servicio contratado coincide con «%1».</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>fills in what follows</source>
        <translation>rellena lo que sigue</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>or a place outside the city</source>
        <translation>o un lugar fuera de la ciudad</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordenadas</translation>
    </message>
    <message>
        <source>for travel times</source>
        <translation>para los desplazamientos</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>Festivos de</translation>
    </message>
    <message>
        <source>Getting in</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>none: at any hour</source>
        <translation>ninguno: a cualquier hora</translation>
    </message>
    <message>
        <source>Clearances needed</source>
        <translation>Autorizaciones necesarias</translation>
    </message>
    <message>
        <source>add what one must hold to work here</source>
        <translation>añade lo que hay que tener para trabajar aquí</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Cómo se entra</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Idioma que se habla</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>Aparcamiento</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Only at</source>
        <translation>Solo en</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Añadir un contacto</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>There within</source>
        <translation>Llegar en</translation>
    </message>
    <message>
        <source>Solved within</source>
        <translation>Resolver en</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Se cuenta</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Añadir un objetivo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Add closed days</source>
        <translation>Añadir días de cierre</translation>
    </message>
    <message>
        <source>empty takes the next</source>
        <translation>vacío toma el siguiente</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Level of service</source>
        <translation>Nivel de servicio</translation>
    </message>
    <message>
        <source>Client since</source>
        <translation>Cliente desde</translation>
    </message>
    <message>
        <source>We write to them in</source>
        <translation>Les escribimos en</translation>
    </message>
    <message>
        <source>This is our own firm</source>
        <translation>Es nuestra propia empresa</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Targets by priority</source>
        <translation>Objetivos por prioridad</translation>
    </message>
    <message>
        <source>Closed, busy, or nobody wanted</source>
        <translation>Cerrado, días críticos o sin visitas</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>at</source>
        <translation>a las</translation>
    </message>
    <message>
        <source>Add hours</source>
        <translation>Añadir horas</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>never printed</source>
        <translation>nunca se imprime</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>empty: no end yet</source>
        <translation>vacío: aún sin fin</translation>
    </message>
    <message>
        <source>On the first day from</source>
        <translation>El primer día desde</translation>
    </message>
    <message>
        <source>empty: all day</source>
        <translation>vacío: todo el día</translation>
    </message>
    <message>
        <source>On the last day until</source>
        <translation>El último día hasta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Obtained</source>
        <translation>Obtenido</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>En vigor hasta</translation>
    </message>
    <message>
        <source>Add a certificate</source>
        <translation>Añadir un certificado</translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation>Autorización</translation>
    </message>
    <message>
        <source>Add a clearance</source>
        <translation>Añadir una autorización</translation>
    </message>
    <message>
        <source>else day hired</source>
        <translation>si no, el día de alta</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué pasa</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalada</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hora límite</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Client lets us in from</source>
        <translation>Nos dejan entrar desde</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Hace falta</translation>
    </message>
    <message>
        <source>add a skill or certificate</source>
        <translation>añade una competencia o un certificado</translation>
    </message>
    <message>
        <source>from the work, can be changed</source>
        <translation>según el trabajo, se puede cambiar</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Como mínimo</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Quién lo pidió</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>Su referencia</translation>
    </message>
    <message>
        <source>Under the agreement</source>
        <translation>Dentro del contrato</translation>
    </message>
    <message>
        <source>Language needed</source>
        <translation>Idioma necesario</translation>
    </message>
    <message>
        <source>Notes for the technician</source>
        <translation>Notas para el técnico</translation>
    </message>
    <message>
        <source>prints on the sheet</source>
        <translation>se imprime en la hoja</translation>
    </message>
    <message>
        <source>Weeks in turn</source>
        <translation>Semanas que rotan</translation>
    </message>
    <message>
        <source>Profile needed</source>
        <translation>Perfil necesario</translation>
    </message>
    <message>
        <source>any profile</source>
        <translation>cualquier perfil</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>On site on</source>
        <translation>Presencial los</translation>
    </message>
    <message>
        <source>remote the other days</source>
        <translation>remoto los demás días</translation>
    </message>
    <message>
        <source>Skills and certificates</source>
        <translation>Competencias y certificados</translation>
    </message>
    <message>
        <source>At another site</source>
        <translation>En otra sede</translation>
    </message>
    <message>
        <source>Only from</source>
        <translation>Solo desde</translation>
    </message>
    <message>
        <source>Only until</source>
        <translation>Solo hasta</translation>
    </message>
    <message>
        <source>Works on public holidays too</source>
        <translation>También trabaja los festivos</translation>
    </message>
    <message>
        <source>Add another line</source>
        <translation>Añadir otra línea</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>empty: remote without a place</source>
        <translation>vacío: remoto sin lugar</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>26/11, 30/11 to 4/12</source>
        <translation>26/11, 30/11 a 4/12</translation>
    </message>
    <message>
        <source>From the week of</source>
        <translation>Desde la semana del</translation>
    </message>
    <message>
        <source>to the week of</source>
        <translation>hasta la semana del</translation>
    </message>
    <message>
        <source>empty: one week</source>
        <translation>vacío: una semana</translation>
    </message>
    <message>
        <source>Their person who is away</source>
        <translation>Su persona que falta</translation>
    </message>
    <message>
        <source>a contact of the client</source>
        <translation>un contacto del cliente</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>Look at it again on</source>
        <translation>Revisar el</translation>
    </message>
    <message>
        <source>Who is needed</source>
        <translation>Quién hace falta</translation>
    </message>
    <message>
        <source>Changes hold from</source>
        <translation>Los cambios valen desde</translation>
    </message>
    <message>
        <source>what lies before stays</source>
        <translation>lo anterior se queda</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Suplente del responsable</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Clock of remote work</source>
        <translation>Reloj del trabajo remoto</translation>
    </message>
    <message>
        <source>Serves these clients</source>
        <translation>Atiende a estos clientes</translation>
    </message>
    <message>
        <source>for a service of our own firm that several clients share</source>
        <translation>para un servicio nuestro que comparten varios clientes</translation>
    </message>
    <message>
        <source>In summer from</source>
        <translation>En verano desde</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Hours in summer</source>
        <translation>Horas en verano</translation>
    </message>
    <message>
        <source>Add working hours</source>
        <translation>Añadir un horario</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Contract a week</source>
        <translation>Contrato semanal</translation>
    </message>
    <message>
        <source>Days of leave</source>
        <translation>Días de vacaciones</translation>
    </message>
    <message>
        <source>Hired on</source>
        <translation>Fecha de alta</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Takes on-call duty</source>
        <translation>Hace guardias</translation>
    </message>
    <message>
        <source>Home district</source>
        <translation>Distrito de casa</translation>
    </message>
    <message>
        <source>empty: travel is asked</source>
        <translation>vacío: se pregunta</translation>
    </message>
    <message>
        <source>Home coordinates</source>
        <translation>Coordenadas de casa</translation>
    </message>
    <message>
        <source>Districts covered</source>
        <translation>Distritos que cubre</translation>
    </message>
    <message>
        <source>add a district; empty goes anywhere</source>
        <translation>añade un distrito; vacío va a cualquiera</translation>
    </message>
    <message>
        <source>Goes by</source>
        <translation>Se mueve en</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Trabaja</translation>
    </message>
    <message>
        <source>May work from home</source>
        <translation>Puede trabajar desde casa</translation>
    </message>
    <message>
        <source>What they can do</source>
        <translation>Qué sabe hacer</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>add a language</source>
        <translation>añade un idioma</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Competencias</translation>
    </message>
    <message>
        <source>add a skill and its level, as Windows 3</source>
        <translation>añade una competencia y su nivel, como Windows 3</translation>
    </message>
    <message>
        <source>Enter adds, Backspace removes</source>
        <translation>Intro añade, Retroceso quita</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Clearances</source>
        <translation>Autorizaciones</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Horario</translation>
    </message>
</context>
<context>
    <name>FillDialog</name>
    <message>
        <source>Uncovered: %1</source>
        <translation>Sin cubrir: %1</translation>
    </message>
    <message>
        <source>Nobody fits on these days.</source>
        <translation>Nadie puede en estos días.</translation>
    </message>
    <message>
        <source>Why the others cannot</source>
        <translation>Por qué los demás no pueden</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Leave uncovered</source>
        <translation>Dejar sin cubrir</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>One day alone:</source>
        <translation>Un solo día:</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>New site</source>
        <translation>Nueva sede</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>a draft is kept if you close this</source>
        <translation>si lo cierras, se guarda un borrador</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Filled with what you typed at %1, %2.</source>
        <translation>Relleno con lo que escribiste a las %1, %2.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>1 field to put right</source>
        <translation>1 campo por corregir</translation>
    </message>
    <message>
        <source>%1 fields to put right</source>
        <translation>%1 campos por corregir</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Save again to keep yours, or take theirs.</source>
        <translation>Alguien ha cambiado esto entretanto. Guarda otra vez para quedarte con lo tuyo, o toma lo suyo.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar lo suyo</translation>
    </message>
    <message>
        <source>These days end before they begin: from %1, until %2.</source>
        <translation>Estos días terminan antes de empezar: desde el %1 hasta el %2.</translation>
    </message>
    <message>
        <source>Resolved before anybody arrives: the second length is shorter than the first.</source>
        <translation>Resuelto antes de que llegue nadie: la segunda duración es menor que la primera.</translation>
    </message>
    <message>
        <source>%1 has two targets. Take one of them away.</source>
        <translation>%1 tiene dos objetivos. Quita uno.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>no site yet</source>
        <translation>aún sin sede</translation>
    </message>
    <message>
        <source>1 site</source>
        <translation>1 sede</translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation>%1 sedes</translation>
    </message>
    <message>
        <source>nothing promised for it</source>
        <translation>sin nada prometido</translation>
    </message>
    <message>
        <source>there within %1</source>
        <translation>llegar en %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>from the agreement</source>
        <translation>según el contrato</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>A window has two ends. Fill in both times, or neither.</source>
        <translation>Una franja tiene dos extremos. Rellena las dos horas o ninguna.</translation>
    </message>
    <message>
        <source>The window ends before it begins: from %1 until %2. Did you mean %2 until %1?</source>
        <translation>La franja termina antes de empezar: desde %1 hasta %2. ¿Querías decir de %2 a %1?</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>Darle la vuelta</translation>
    </message>
    <message>
        <source>The deadline lies before the call. Put the later time here.</source>
        <translation>La hora límite es anterior al aviso. Pon aquí la hora más tardía.</translation>
    </message>
    <message>
        <source>This client has no site yet. Add one on the Clients page first.</source>
        <translation>Este cliente aún no tiene sede. Añade una antes en la página Clientes.</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Nueva visita</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>The absence ends before it begins: from %1, until %2.</source>
        <translation>La ausencia termina antes de empezar: desde el %1 hasta el %2.</translation>
    </message>
    <message>
        <source>nothing is booked then</source>
        <translation>no hay nada asignado entonces</translation>
    </message>
    <message>
        <source>1 booking lies there</source>
        <translation>hay 1 asignación</translation>
    </message>
    <message>
        <source>%1 bookings lie there</source>
        <translation>hay %1 asignaciones</translation>
    </message>
    <message>
        <source>It ends before it begins: from %1 to %2.</source>
        <translation>Termina antes de empezar: de %1 a %2.</translation>
    </message>
    <message>
        <source>It comes back at %1, but on which day? Fill in the last day.</source>
        <translation>Vuelve a las %1, pero ¿qué día? Rellena el último día.</translation>
    </message>
    <message>
        <source>The same day</source>
        <translation>El mismo día</translation>
    </message>
    <message>
        <source>New absence</source>
        <translation>Nueva ausencia</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Ausencia</translation>
    </message>
    <message>
        <source>This certificate ends before it was obtained: %1, %2.</source>
        <translation>Este certificado caduca antes de obtenerse: %1, %2.</translation>
    </message>
    <message>
        <source>These hours end before they begin: from %1, until %2.</source>
        <translation>Este horario termina antes de empezar: desde el %1 hasta el %2.</translation>
    </message>
    <message>
        <source>The last day comes before the first: from %1, until %2.</source>
        <translation>El último día es anterior al primero: desde el %1 hasta el %2.</translation>
    </message>
    <message>
        <source>A season has a first and a last day. Fill in both, or neither.</source>
        <translation>Una temporada tiene primer y último día. Rellena los dos o ninguno.</translation>
    </message>
    <message>
        <source>Two working patterns hold on %1. End the earlier one the day before.</source>
        <translation>Dos horarios valen el %1. Termina el anterior el día antes.</translation>
    </message>
    <message>
        <source>New technician</source>
        <translation>Nuevo técnico</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>%1: half-typed since %2, %3.</source>
        <translation>%1: a medio escribir desde las %2, %3.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The engagement ends before it begins: from %1, until %2.</source>
        <translation>El servicio termina antes de empezar: desde el %1 hasta el %2.</translation>
    </message>
    <message>
        <source>The last week comes before the first: %1, %2.</source>
        <translation>La última semana es anterior a la primera: %1, %2.</translation>
    </message>
    <message>
        <source>any single days</source>
        <translation>días sueltos</translation>
    </message>
    <message>
        <source>whole weeks</source>
        <translation>semanas enteras</translation>
    </message>
    <message>
        <source>calendar months</source>
        <translation>meses naturales</translation>
    </message>
    <message>
        <source>until ended</source>
        <translation>hasta que se termine</translation>
    </message>
    <message>
        <source>someone&apos;s absence</source>
        <translation>la ausencia de alguien</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>Which days? Write them like 26/11, 30/11 to 4/12.</source>
        <translation>¿Qué días? Escríbelos como 26/11, 30/11 a 4/12.</translation>
    </message>
    <message>
        <source>A weekday stands in two rows of hours. A line works one stretch a day.</source>
        <translation>Un día está en dos filas de horas. Una línea trabaja un solo tramo al día.</translation>
    </message>
    <message>
        <source>At which hours? Add them.</source>
        <translation>¿A qué horas? Añádelas.</translation>
    </message>
    <message>
        <source>Mixed: on which weekdays on site? Choose them.</source>
        <translation>Mixto: ¿qué días presencial? Elígelos.</translation>
    </message>
    <message>
        <source>Nobody is asked for yet. Add who is needed, and when.</source>
        <translation>Aún no se pide a nadie. Añade quién hace falta y cuándo.</translation>
    </message>
    <message>
        <source>New engagement</source>
        <translation>Nuevo servicio contratado</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Servicio contratado</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>1 technician</source>
        <translation>1 técnico</translation>
    </message>
    <message>
        <source>%1 technicians</source>
        <translation>%1 técnicos</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Encaje</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Asignado</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>Deadline %1</source>
        <translation>Hora límite %1</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>You check every row before anything is saved.</source>
        <translation>Revisas cada fila antes de que se guarde nada.</translation>
    </message>
    <message>
        <source>A company folder, or single CSV or Excel files: people, clients, engagements, absences, visits.</source>
        <translation>La carpeta de una empresa, o archivos CSV o Excel sueltos: personas, clientes, servicios contratados, ausencias, visitas.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>nothing is changed yet</source>
        <translation>aún no ha cambiado nada</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Elegir otra cosa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>Importar 1 fila</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>Importar %1 filas</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Filas que se quedan fuera</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Conviene mirarlo</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>read / left out</source>
        <translation>leídas / fuera</translation>
    </message>
    <message>
        <source>all read</source>
        <translation>todas leídas</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 fuera</translation>
    </message>
    <message>
        <source>What importing does</source>
        <translation>Qué hace la importación</translation>
    </message>
    <message>
        <source>One step. Undo takes all of it back.</source>
        <translation>Un solo paso. Deshacer lo quita todo.</translation>
    </message>
    <message>
        <source>Nothing could be read. Nothing would change.</source>
        <translation>No se ha podido leer nada. No cambiaría nada.</translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation>Solapes</translation>
    </message>
    <message>
        <source>Bookings that overlap go in as found, are marked, and stay in the conflict list.</source>
        <translation>Las asignaciones que se solapan entran tal cual, quedan marcadas y siguen en la lista de conflictos.</translation>
    </message>
    <message>
        <source>Rows left out, and what depends on them, stay in your files. Correct them and import again.</source>
        <translation>Las filas que se quedan fuera, y lo que depende de ellas, siguen en tus archivos. Corrígelas e importa otra vez.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nada seleccionado</translation>
    </message>
    <message>
        <source>Click a booking, a name or a card. Drag a card onto the board to see who can take it.</source>
        <translation>Pulsa una asignación, un nombre o una tarjeta. Arrastra una tarjeta al tablero para ver quién puede hacerla.</translation>
    </message>
    <message>
        <source>%1 break</source>
        <translation>%1 de descanso</translation>
    </message>
    <message>
        <source>lunch %1</source>
        <translation>comida %1</translation>
    </message>
    <message>
        <source>%1 there</source>
        <translation>%1 de ida</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 de vuelta</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fijada</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Desplazamiento</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Lo pidió</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Cubre</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Reasignar</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Make tentative</source>
        <translation>Dejar provisional</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Cubrir</translation>
    </message>
    <message>
        <source>%1 of %2 met</source>
        <translation>%1 de %2 cumplidos</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Requisitos</translation>
    </message>
    <message>
        <source>Conflicts and warnings</source>
        <translation>Conflictos y avisos</translation>
    </message>
    <message>
        <source>Kept anyway</source>
        <translation>Forzado, con motivo</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>%1 bookings</source>
        <translation>%1 asignaciones</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Remoto</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Presencial</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hora límite</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Franja</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Hace falta</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Colocar</translation>
    </message>
    <message>
        <source>Cancel visit</source>
        <translation>Anular la visita</translation>
    </message>
    <message>
        <source>Best slots</source>
        <translation>Mejores huecos</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Nobody fits yet.</source>
        <translation>Aún no puede nadie.</translation>
    </message>
    <message>
        <source>Off sick today</source>
        <translation>De baja hoy</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>%1 travel</source>
        <translation>%1 de desplazamiento</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Libre todo el día</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>1 conflict</source>
        <translation>1 conflicto</translation>
    </message>
    <message>
        <source>%1 conflicts</source>
        <translation>%1 conflictos</translation>
    </message>
    <message>
        <source>%1 + %2 kept</source>
        <translation>%1 + %2 forzados</translation>
    </message>
    <message>
        <source>%1 uncovered</source>
        <translation>%1 sin cubrir</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Presencial</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Remoto</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Placing</source>
        <translation>Colocando</translation>
    </message>
    <message>
        <source>arrive by %1</source>
        <translation>llegar antes de las %1</translation>
    </message>
    <message>
        <source>no snap</source>
        <translation>sin ajustar</translation>
    </message>
    <message>
        <source>keep as conflict</source>
        <translation>mantener como conflicto</translation>
    </message>
    <message>
        <source>tentative</source>
        <translation>provisional</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>intercambiar</translation>
    </message>
    <message>
        <source>fits first</source>
        <translation>primero los que pueden</translation>
    </message>
    <message>
        <source>next slot</source>
        <translation>hueco siguiente</translation>
    </message>
    <message>
        <source>books it</source>
        <translation>lo asigna</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>cancelar</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rehacer: %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nuevo…</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>Tema siguiente</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Abrir el menú</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Barra de menús</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Todos los atajos</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>MakesPanel</name>
    <message>
        <source>What this makes</source>
        <translation>Qué supone</translation>
    </message>
    <message>
        <source>Choose a client and say when, to see the days.</source>
        <translation>Elige un cliente y di cuándo para ver los días.</translation>
    </message>
    <message>
        <source>and %1 more months</source>
        <translation>y %1 meses más</translation>
    </message>
    <message>
        <source>No minimum period: it can be ended on any day.</source>
        <translation>Sin periodo mínimo: se puede terminar cualquier día.</translation>
    </message>
    <message>
        <source>%1: it asks for nobody.</source>
        <translation>%1: no pide a nadie.</translation>
    </message>
    <message>
        <source>No day at all: hours and dates do not meet.</source>
        <translation>Ningún día: las horas y las fechas no coinciden.</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 día de trabajo</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 días de trabajo</translation>
    </message>
    <message>
        <source>%1 for %2 people, %3 person-days</source>
        <translation>%1 para %2 personas, %3 jornadas</translation>
    </message>
    <message>
        <source>%1 in the first three months, then on without an end</source>
        <translation>%1 en los tres primeros meses, y sigue sin fin</translation>
    </message>
    <message>
        <source>On site, person-days</source>
        <translation>Presencial, jornadas</translation>
    </message>
    <message>
        <source>Remote, person-days</source>
        <translation>Remoto, jornadas</translation>
    </message>
    <message>
        <source>Public holidays left out: %1</source>
        <translation>Festivos que no se trabajan: %1</translation>
    </message>
    <message>
        <source>The client is closed: %1</source>
        <translation>El cliente está cerrado: %1</translation>
    </message>
    <message>
        <source>%1 from %2, without an end.</source>
        <translation>%1 desde el %2, sin fin.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3.</source>
        <translation>%1 del %2 al %3.</translation>
    </message>
    <message>
        <source>%1 on %2.</source>
        <translation>%1 el %2.</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
</context>
<context>
    <name>OffSickDialog</name>
    <message>
        <source>Today only</source>
        <translation>Solo hoy</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>No end yet</source>
        <translation>Aún sin fin</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Tecla: %1</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Take those that fit</source>
        <translation>Aceptar los que pueden</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Aceptar todos</translation>
    </message>
    <message>
        <source>%1 is off sick</source>
        <translation>%1 está de baja</translation>
    </message>
    <message>
        <source>Recorded at %1. Nothing is lost if you close this. On paper everybody reads “away”.</source>
        <translation>Registrada a las %1. No se pierde nada si lo cierras. En papel todos leen «ausente».</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 punto</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>Nothing of theirs is open today or in the next five days.</source>
        <translation>No deja nada abierto hoy ni en los próximos cinco días.</translation>
    </message>
    <message>
        <source>Take the %1 that fit</source>
        <translation>Aceptar los %1 que pueden</translation>
    </message>
    <message>
        <source>Take all %1</source>
        <translation>Aceptar los %1</translation>
    </message>
    <message>
        <source>%1 fit</source>
        <translation>%1 pueden</translation>
    </message>
    <message>
        <source>%1 need your OK, given once when you take them</source>
        <translation>%1 necesitan tu visto bueno, que das al aceptarlos</translation>
    </message>
    <message>
        <source>%1 that nobody can take</source>
        <translation>%1 que nadie puede hacer</translation>
    </message>
    <message>
        <source>Nobody can take this</source>
        <translation>Nadie puede hacerlo</translation>
    </message>
    <message>
        <source>Leave it uncovered, or let the client move it.</source>
        <translation>Déjalo sin cubrir o que el cliente lo cambie.</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Item %1 of %2</source>
        <translation>Punto %1 de %2</translation>
    </message>
    <message>
        <source>Asks: %1</source>
        <translation>Se pide: %1</translation>
    </message>
    <message>
        <source>What taking %1 does, as one step</source>
        <translation>Qué hace aceptar %1, en un solo paso</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>and %1 more who do not fit</source>
        <translation>y %1 más que no pueden</translation>
    </message>
    <message>
        <source>Leave uncovered</source>
        <translation>Dejar sin cubrir</translation>
    </message>
    <message>
        <source>Back to waiting</source>
        <translation>Vuelve a esperar</translation>
    </message>
    <message>
        <source>%1 takes it</source>
        <translation>Lo hace %1</translation>
    </message>
    <message>
        <source>left uncovered</source>
        <translation>se queda sin cubrir</translation>
    </message>
    <message>
        <source>waits again</source>
        <translation>vuelve a esperar</translation>
    </message>
</context>
<context>
    <name>OfficeDesk</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Cuadrante</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Engagements</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Nueva visita</translation>
    </message>
    <message>
        <source>New absence</source>
        <translation>Nueva ausencia</translation>
    </message>
    <message>
        <source>New technician</source>
        <translation>Nuevo técnico</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>Nueva sede</translation>
    </message>
    <message>
        <source>New engagement</source>
        <translation>Nuevo servicio contratado</translation>
    </message>
    <message>
        <source>Open an office…</source>
        <translation>Abrir una oficina…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Restore a copy…</source>
        <translation>Recuperar una copia…</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Colocar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Reasignar</translation>
    </message>
    <message>
        <source>Confirm or make tentative</source>
        <translation>Confirmar o dejar provisional</translation>
    </message>
    <message>
        <source>On site or remote</source>
        <translation>Presencial o remoto</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Off sick today…</source>
        <translation>De baja hoy…</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>Conflicto siguiente</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>Conflicto anterior</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Choose a person first: click a name or a booking.</source>
        <translation>Elige antes a una persona: pulsa un nombre o una asignación.</translation>
    </message>
    <message>
        <source>Open an office</source>
        <translation>Abrir una oficina</translation>
    </message>
    <message>
        <source>Offices (%1)</source>
        <translation>Oficinas (%1)</translation>
    </message>
    <message>
        <source>Restore a copy</source>
        <translation>Recuperar una copia</translation>
    </message>
    <message>
        <source>Restored. The file as it was is kept as %1</source>
        <translation>Recuperada. El archivo como estaba se guarda como %1</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Copy saved: %1</source>
        <translation>Copia guardada: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>Sample office: made-up data. Its clock stands still on %1, %2.</source>
        <translation>Oficina de ejemplo: datos inventados. Su reloj está parado en %1, %2.</translation>
    </message>
    <message>
        <source>This file can be looked at, not changed.</source>
        <translation>Este archivo se puede mirar, no cambiar.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>has left</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>outside the city</source>
        <translation>fuera de la ciudad</translation>
    </message>
    <message>
        <source>%1 is not a district of %2.</source>
        <translation>%1 no es un distrito de %2.</translation>
    </message>
    <message>
        <source>%1 is not a district. Did you mean %2?</source>
        <translation>%1 no es un distrito. ¿Querías decir %2?</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>“%1” is not a language known here: %2.</source>
        <translation>«%1» no es un idioma conocido aquí: %2.</translation>
    </message>
    <message>
        <source>level %1 of 5</source>
        <translation>nivel %1 de 5</translation>
    </message>
    <message>
        <source>Which level, 1 to 5? Write it like %1 3.</source>
        <translation>¿Qué nivel, de 1 a 5? Escríbelo como %1 3.</translation>
    </message>
    <message>
        <source>Levels go from 1 to 5, %1 does not exist.</source>
        <translation>Los niveles van de 1 a 5; %1 no existe.</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificado</translation>
    </message>
    <message>
        <source>any level</source>
        <translation>cualquier nivel</translation>
    </message>
    <message>
        <source>level %1 or more</source>
        <translation>nivel %1 o más</translation>
    </message>
    <message>
        <source>No client is called “%1”. Choose from the list.</source>
        <translation>Ningún cliente se llama «%1». Elige de la lista.</translation>
    </message>
    <message>
        <source>“%1” is not a calendar. Write country, region and place like ES-MD-28079.</source>
        <translation>«%1» no es un calendario. Escribe país, región y lugar como ES-MD-28079.</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Pages of the roster</source>
        <translation>Páginas del cuadrante</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>%1 technicians</source>
        <translation>%1 técnicos</translation>
    </message>
    <message>
        <source>1 technician</source>
        <translation>1 técnico</translation>
    </message>
    <message>
        <source>Name, skill, district</source>
        <translation>Nombre, competencia, distrito</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>Nobody works here yet. Name, profile and the day of hiring are enough to start.</source>
        <translation>Aún no trabaja nadie aquí. Con nombre, perfil y fecha de alta basta para empezar.</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>Nadie coincide con «%1».</translation>
    </message>
    <message>
        <source>Absences of %1</source>
        <translation>Ausencias de %1</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Ausencias</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Ausencia</translation>
    </message>
    <message>
        <source>No absence is recorded.</source>
        <translation>No hay ausencias registradas.</translation>
    </message>
    <message>
        <source>Choose somebody to see their absences.</source>
        <translation>Elige a alguien para ver sus ausencias.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>ReachDialog</name>
    <message>
        <source>This booking is one day of a longer placement.</source>
        <translation>Esta asignación es un día de una serie.</translation>
    </message>
    <message>
        <source>This day, %1</source>
        <translation>Este día, %1</translation>
    </message>
    <message>
        <source>From here on, %1 days</source>
        <translation>Desde aquí, %1 días</translation>
    </message>
    <message>
        <source>All days to come, %1</source>
        <translation>Todos los días que quedan, %1</translation>
    </message>
    <message>
        <source>%1 of them are with somebody else already and stay there.</source>
        <translation>%1 de ellos ya los tiene otra persona y ahí se quedan.</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Dejarlo como estaba</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Keep it anyway?</source>
        <translation>¿Forzarlo?</translation>
    </message>
    <message>
        <source>This needs your OK</source>
        <translation>Esto necesita tu visto bueno</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Aún no ha cambiado nada.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>A few words, needed for “other reason”</source>
        <translation>Unas palabras, necesarias para «otro motivo»</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Keep it, because…</source>
        <translation>Forzarlo, porque…</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Dejarlo como estaba</translation>
    </message>
    <message>
        <source>Give my OK</source>
        <translation>Dar mi visto bueno</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Week before</source>
        <translation>Semana anterior</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Semana siguiente</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Guardar PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>Idioma de la hoja</translation>
    </message>
    <message>
        <source>Size of the paper</source>
        <translation>Tamaño del papel</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>All shortcuts</source>
        <translation>Todos los atajos</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>En el tablero</translation>
    </message>
</context>
<context>
    <name>SlotsPanel</name>
    <message>
        <source>Best slots</source>
        <translation>Mejores huecos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Earliest arrival first, with its price. Press the number to book.</source>
        <translation>Primero quien llega antes, con su precio. Pulsa el número para asignar.</translation>
    </message>
    <message>
        <source>Least travel first, with its price. Press the number to book.</source>
        <translation>Primero quien menos se desplaza, con su precio. Pulsa el número para asignar.</translation>
    </message>
    <message>
        <source>Nobody fits before the deadline.</source>
        <translation>Nadie puede antes de la hora límite.</translation>
    </message>
    <message>
        <source>Why the others cannot</source>
        <translation>Por qué los demás no pueden</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>no end</source>
        <translation>sin fin</translation>
    </message>
    <message>
        <source>no end, review %1</source>
        <translation>sin fin, revisar el %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Servicio contratado</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Who is needed</source>
        <translation>Quién hace falta</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Uncovered, 4 weeks</source>
        <translation>Sin cubrir, 4 semanas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>our own firm</source>
        <translation>nuestra empresa</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguna</translation>
    </message>
    <message>
        <source>1 site</source>
        <translation>1 sede</translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation>%1 sedes</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sedes</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Engagements</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Client since</source>
        <translation>Cliente desde</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>at any hour</source>
        <translation>a cualquier hora</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, fila %2</translation>
    </message>
    <message>
        <source>File, row and column</source>
        <translation>Archivo, fila y columna</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Por qué, y qué hacer</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulador</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Festivos</translation>
    </message>
    <message>
        <source>Technicians</source>
        <translation>Técnicos</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Competencias</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Días de cierre</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Staffing lines</source>
        <translation>Líneas de servicio</translation>
    </message>
    <message>
        <source>Placed technicians</source>
        <translation>Técnicos asignados</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Asignaciones</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Ausencias</translation>
    </message>
    <message>
        <source>Clashes kept</source>
        <translation>Solapes mantenidos</translation>
    </message>
    <message>
        <source>Not with us</source>
        <translation>No está en plantilla</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>from %1 on booked</source>
        <translation>ocupado desde las %1</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>no end yet</source>
        <translation>aún sin fin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>no caduca</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>caducó el %1</translation>
    </message>
    <message>
        <source>%1, in %2 days</source>
        <translation>%1, en %2 días</translation>
    </message>
    <message>
        <source>%1, tomorrow</source>
        <translation>%1, mañana</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Next certificate to end</source>
        <translation>Próximo certificado que caduca</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Clients known</source>
        <translation>Clientes que conoce</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Cubre</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Hired on</source>
        <translation>Fecha de alta</translation>
    </message>
    <message>
        <source>from %1, no end yet</source>
        <translation>desde el %1, aún sin fin</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Page bar</source>
        <translation>Barra de la página</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>How much is shown</source>
        <translation>Cuánto se muestra</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Close the tray</source>
        <translation>Cerrar la bandeja</translation>
    </message>
    <message>
        <source>Open the tray</source>
        <translation>Abrir la bandeja</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todo %1</translation>
    </message>
    <message>
        <source>Visits %1</source>
        <translation>Visitas %1</translation>
    </message>
    <message>
        <source>Uncovered %1</source>
        <translation>Sin cubrir %1</translation>
    </message>
    <message>
        <source>Nothing waiting.</source>
        <translation>Nada en espera.</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 personas</translation>
    </message>
    <message>
        <source>%1 is away</source>
        <translation>%1 no está</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>Uncovered</source>
        <translation>Sin cubrir</translation>
    </message>
    <message>
        <source>Unscheduled</source>
        <translation>Sin asignar</translation>
    </message>
</context>
<context>
    <name>Typed</name>
    <message>
        <source>“%1” is not a length. Write it like 1 h 30, 90 or 1:30.</source>
        <translation>«%1» no es una duración. Escríbela como 1 h 30, 90 o 1:30.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number. Use digits.</source>
        <translation>«%1» no es un número entero. Usa cifras.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>%1 is outside %2 to %3.</source>
        <translation>%1 no está entre %2 y %3.</translation>
    </message>
    <message>
        <source>“%1” is not a time of day. Write it like 9:30.</source>
        <translation>«%1» no es una hora. Escríbela como 9:30.</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it like 26/11, 26/11/2026, thu 26 or tomorrow.</source>
        <translation>«%1» no es un día. Escríbelo como 26/11, 26/11/2026, jue 26 o mañana.</translation>
    </message>
    <message>
        <source>There is no month %1. Days come first: 26/11.</source>
        <translation>No hay mes %1. Primero va el día: 26/11.</translation>
    </message>
    <message>
        <source>There is no year %1.</source>
        <translation>No hay año %1.</translation>
    </message>
    <message>
        <source>No such day: %1 has %2.</source>
        <translation>Ese día no existe: %1 tiene %2.</translation>
    </message>
    <message>
        <source>There is no week %1 in that year.</source>
        <translation>Ese año no tiene semana %1.</translation>
    </message>
    <message>
        <source>%1 is a %2.</source>
        <translation>El %1 es %2.</translation>
    </message>
    <message>
        <source>“%1” ends before it begins.</source>
        <translation>«%1» termina antes de empezar.</translation>
    </message>
    <message>
        <source>“%1” is longer than a year.</source>
        <translation>«%1» dura más de un año.</translation>
    </message>
    <message>
        <source>“%1” is not a time. Write it like 10:30, tomorrow 9:00 or 26/11 10:30.</source>
        <translation>«%1» no es un momento. Escríbelo como 10:30, mañana 9:00 o 26/11 10:30.</translation>
    </message>
    <message>
        <source>%1 did not exist on %2: the clock jumped over it.</source>
        <translation>Las %1 no existieron el %2: el reloj las saltó.</translation>
    </message>
    <message>
        <source>“%1” is not a pair of coordinates. Write it like 40.4303, -3.6874.</source>
        <translation>«%1» no son coordenadas. Escríbelas como 40.4303, -3.6874.</translation>
    </message>
    <message>
        <source>Latitude lies between -90 and 90, longitude between -180 and 180.</source>
        <translation>La latitud va de -90 a 90 y la longitud de -180 a 180.</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
</context>
<context>
    <name>VerdictMark</name>
    <message>
        <source>Fits</source>
        <translation>Puede</translation>
    </message>
    <message>
        <source>Fits with a warning</source>
        <translation>Puede con aviso</translation>
    </message>
    <message>
        <source>Needs your OK</source>
        <translation>Necesita tu visto bueno</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>No puede</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>booked already: the booking keeps its hours</source>
        <translation>ya asignada: la asignación conserva su horario</translation>
    </message>
    <message>
        <source>Save, book later</source>
        <translation>Guardar, asignar luego</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save and book %1 %2</source>
        <translation>Guardar y asignar a %1 %2</translation>
    </message>
</context>
<context>
    <name>WeekHours</name>
    <message>
        <source>These hours begin and end at the same time.</source>
        <translation>Este horario empieza y termina a la misma hora.</translation>
    </message>
    <message>
        <source>A break of %1 does not fit in %2.</source>
        <translation>Un descanso de %1 no cabe en %2.</translation>
    </message>
    <message>
        <source>How long is the break? Give its length, or leave its start empty.</source>
        <translation>¿Cuánto dura el descanso? Indica su duración o deja vacío su inicio.</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Una hora</translation>
    </message>
    <message>
        <source>The break lies outside the hours.</source>
        <translation>El descanso queda fuera del horario.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Start with the people</source>
        <translation>Empieza por las personas</translation>
    </message>
    <message>
        <source>The board needs technicians, the districts they cover and the clients they serve. Bring a spreadsheet, or look around with a week of made-up data first.</source>
        <translation>El tablero necesita técnicos, los distritos que cubren y los clientes a los que atienden. Trae una hoja de cálculo o mira antes una semana de datos inventados.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Import a company</source>
        <translation>Importar una empresa</translation>
    </message>
    <message>
        <source>A folder or a spreadsheet, CSV or Excel: people, clients, engagements, absences. You see every row before anything is saved.</source>
        <translation>Una carpeta o una hoja de cálculo, CSV o Excel: personas, clientes, servicios contratados, ausencias. Ves cada fila antes de que se guarde nada.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Archivos…</translation>
    </message>
    <message>
        <source>Open the sample office</source>
        <translation>Abrir la oficina de ejemplo</translation>
    </message>
    <message>
        <source>17 technicians, 17 clients and a busy week 48. It is a file of its own and never mixes with yours.</source>
        <translation>17 técnicos, 17 clientes y una semana 48 con mucho movimiento. Es un archivo aparte y nunca se mezcla con el tuyo.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Abrir el ejemplo</translation>
    </message>
    <message>
        <source>Add people by hand</source>
        <translation>Añadir personas a mano</translation>
    </message>
    <message>
        <source>Name, profile and the day of hiring are enough to start.</source>
        <translation>Con nombre, perfil y fecha de alta basta para empezar.</translation>
    </message>
    <message>
        <source>Add the first person</source>
        <translation>Añadir la primera persona</translation>
    </message>
    <message>
        <source>Open an existing file</source>
        <translation>Abrir un archivo que ya existe</translation>
    </message>
    <message>
        <source>An office that was made on this computer or copied to it.</source>
        <translation>Una oficina hecha en este ordenador o copiada en él.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Elegir el archivo…</translation>
    </message>
    <message>
        <source>Public holidays of %1 for %2 and %3 and its %4 districts are already here. Local days of the city:</source>
        <translation>Los festivos de %1 de %2 y %3 y sus %4 distritos ya están aquí. Fiestas locales de la ciudad:</translation>
    </message>
    <message>
        <source>Local holidays</source>
        <translation>Fiestas locales</translation>
    </message>
    <message>
        <source>Your data stays in one file on this computer:</source>
        <translation>Tus datos están en un solo archivo de este ordenador:</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>En otro sitio…</translation>
    </message>
    <message>
        <source>Where the office will lie</source>
        <translation>Dónde estará la oficina</translation>
    </message>
    <message>
        <source>Choose a folder with a company</source>
        <translation>Elige la carpeta de una empresa</translation>
    </message>
    <message>
        <source>Choose spreadsheets</source>
        <translation>Elige hojas de cálculo</translation>
    </message>
    <message>
        <source>Spreadsheets (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>Hojas de cálculo (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>Choose an office</source>
        <translation>Elige una oficina</translation>
    </message>
</context>
<context>
    <name>_Entry</name>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>“%1” is not one of the answers. Choose one.</source>
        <translation>«%1» no es una de las respuestas. Elige una.</translation>
    </message>
</context>
<context>
    <name>_LongEditor</name>
    <message>
        <source>This text is too long. Keep it under 20,000 characters.</source>
        <translation>Este texto es demasiado largo. No pases de 20.000 caracteres.</translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Menu  F10</source>
        <translation>Menú  F10</translation>
    </message>
</context>
<context>
    <name>_ReferenceEditor</name>
    <message>
        <source>Nothing here is called “%1”. Choose from the list.</source>
        <translation>Aquí nada se llama «%1». Elige de la lista.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>“%1” is not in the list. Did you mean %2?</source>
        <translation>«%1» no está en la lista. ¿Querías decir %2?</translation>
    </message>
</context>
<context>
    <name>_Token</name>
    <message>
        <source>Delete takes it away</source>
        <translation>Supr lo quita</translation>
    </message>
</context>
<context>
    <name>_WholeEditor</name>
    <message>
        <source>One less</source>
        <translation>Uno menos</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno más</translation>
    </message>
</context>
</TS>
