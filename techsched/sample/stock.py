"""What made-up companies draw from: names, trades, and visits with the skill and profile they take."""

from __future__ import annotations

from techsched.model.kinds import Profile

FIRST_NAMES = (
    "Ana Alba Andrea Bruno Carlos Celia Clara Daniel David Elena Emilio Eva Fernando Gema Hugo Inés Irene Iván Jaime "
    "Javier Jorge Julia Laura Leo Lola Lucas Lucía Luis Manuel Marcos María Mario Marta Nadia Nuria Olga Óscar Pablo "
    "Paula Pedro Raúl Rocío Rosa Rubén Sara Sergio Silvia Sofía Teresa Víctor"
).split()
LAST_NAMES = (
    "Aguilar Alonso Arias Blanco Bravo Calvo Campos Cano Castro Crespo Delgado Díaz Durán Esteban Ferrer Flores "
    "Fuentes Gallego Garrido Gil Guerra Herrero Hidalgo Ibáñez Iglesias León Lozano Luna Marín Méndez Molina Mora "
    "Navarro Nieto Ortega Pardo Pascual Peña Prieto Ramos Reyes Rivas Román Rubio Santos Sanz Serrano Soler Vega Vidal"
).split()
TRADES = (
    "Gestoría Asesoría Clínica Imprenta Talleres Farmacia Librería Academia Notaría Óptica Logística Estudio Bufete "
    "Colegio Hotel Editorial Laboratorios Seguros Cerrajería Panadería"
).split()
TITLES = (
    ("Server care", "Windows Server", Profile.ADMINISTRATOR),
    ("Firewall update", "Fortinet", Profile.NETWORK),
    ("Access points", "Wi-Fi", Profile.NETWORK),
    ("Switch swap", "Cisco", Profile.NETWORK),
    ("New scanner", "Scanners", Profile.SYSTEMS),
    ("Printers offline", "Print", Profile.SYSTEMS),
    ("Patch round", "Windows", Profile.JUNIOR),
    ("Cable run", "Cabling", Profile.JUNIOR),
    ("Till images", "Tills", Profile.JUNIOR),
    ("Backup check", "Veeam", Profile.ADMINISTRATOR),
)
CERTIFICATES = {"Fortinet": "Fortinet NSE4", "Cisco": "Cisco CCNA", "Windows Server": "Microsoft Windows Server"}
