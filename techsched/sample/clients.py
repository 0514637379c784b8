"""The sample office's clients and their sites."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """`contact` is 'name, role, telephone'."""

    name: str
    district: str
    address: str
    postcode: str
    spot: tuple[float, float]
    contact: str
    opens: int = 8 * 60
    closes: int = 20 * 60
    access: str = ""
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Firm:
    name: str
    sector: str
    sites: tuple[Place, ...]
    tier: str = "silver"


OWN_FIRM = "Sistemas Atocha"

FIRMS: tuple[Firm, ...] = (
    Firm(
        OWN_FIRM,
        "IT services",
        (
            Place(
                "Oficina",
                "02",
                "Calle Delicias 30",
                "28045",
                (40.4043, -3.6955),
                "Raquel Bermejo, dispatcher, 600 000 100",
            ),
        ),
    ),
    Firm(
        "Aseguradora Meseta",
        "Insurance",
        (
            Place(
                "Sede central",
                "04",
                "Calle Serrano 61",
                "28006",
                (40.4301, -3.6868),
                "Julián Soto, systems, 600 000 301",
                access="Identity card at the desk",
            ),
            Place(
                "Luchana",
                "07",
                "Calle Luchana 23",
                "28010",
                (40.4323, -3.6995),
                "Mercedes Gil, office, 600 000 302",
                access="Ring at the second floor",
            ),
        ),
        "gold",
    ),
    Firm(
        "Logística Tajo",
        "Logistics",
        (
            Place(
                "Almacén",
                "18",
                "Calle Gran Vía del Este 12",
                "28031",
                (40.3712, -3.6147),
                "Andrés Polo, warehouse, 600 000 303",
                7 * 60,
                22 * 60,
                "Safety shoes; gate 3",
            ),
        ),
        "gold",
    ),
    Firm(
        "Bufete Larra",
        "Legal",
        (
            Place(
                "Despacho",
                "01",
                "Calle Atocha 41",
                "28012",
                (40.4136, -3.7008),
                "Inés Larra, partner, 600 000 304",
            ),
        ),
        "gold",
    ),
    Firm(
        "Imprenta Delicias",
        "Printing",
        (
            Place(
                "Taller",
                "02",
                "Paseo Delicias 88",
                "28045",
                (40.4003, -3.6938),
                "Luis Mena, manager, 600 000 305",
            ),
        ),
    ),
    Firm(
        "Clínica Santa Áurea",
        "Healthcare",
        (
            Place(
                "Clínica",
                "03",
                "Calle Ibiza 44",
                "28009",
                (40.4182, -3.6752),
                "Rosa Vela, systems, 600 000 306",
                7 * 60,
                22 * 60,
                "White coat in server room B",
                weekend=True,
            ),
        ),
        "gold",
    ),
    Firm(
        "Editorial Pámpano",
        "Publishing",
        (
            Place(
                "Redacción",
                "05",
                "Calle Lopez de Hoyos 141",
                "28002",
                (40.4437, -3.6748),
                "Blanca Otero, office, 600 000 307",
            ),
        ),
    ),
    Firm(
        "Harbor & Pine",
        "Retail",
        (
            Place(
                "Boston",
                "",
                "Summer Street 100, Boston",
                "02110",
                (42.3541, -71.0570),
                "Grace Hall, IT lead, +1 617 555 0108",
                8 * 60,
                18 * 60,
            ),
        ),
        "gold",
    ),
    Firm(
        "Hotel Miralba",
        "Hotels",
        (
            Place(
                "Hotel",
                "09",
                "Paseo de la Florida 18",
                "28008",
                (40.4240, -3.7230),
                "Pilar Ríos, reception, 600 000 309",
                0,
                24 * 60,
                "Service door on the left",
                weekend=True,
            ),
        ),
    ),
    Firm(
        "Óptica Ventas",
        "Retail",
        (
            Place(
                "Tienda",
                "04",
                "Calle Alcala 231",
                "28028",
                (40.4316, -3.6629),
                "Nieves Prado, shop, 600 000 310",
                9 * 60,
                21 * 60,
            ),
        ),
    ),
    Firm(
        "Gestoría Arcos",
        "Services",
        (
            Place(
                "Tetuán",
                "06",
                "Calle Bravo Murillo 210",
                "28020",
                (40.4566, -3.7013),
                "Jorge Arcos, owner, 600 000 311",
            ),
            Place(
                "Usera",
                "12",
                "Calle Marcelo Usera 90",
                "28026",
                (40.3868, -3.7052),
                "Sonia Arcos, office, 600 000 312",
            ),
        ),
    ),
    Firm(
        "Farmacias Rosaleda",
        "Pharmacy",
        (
            Place(
                "Hortaleza",
                "16",
                "Calle Motilla del Palancar 14",
                "28043",
                (40.4664, -3.6332),
                "Teresa Roca, pharmacist, 600 000 313",
                9 * 60,
                21 * 60,
            ),
        ),
    ),
    Firm(
        "Grupo Encinar",
        "Energy",
        (
            Place(
                "Barajas",
                "21",
                "Avenida Logroño 305",
                "28042",
                (40.4745, -3.5800),
                "Raúl Encinar, facilities, 600 000 314",
                access="Visitor badge, 10 minutes",
            ),
        ),
        "gold",
    ),
    Firm(
        "Notaría Goya 47",
        "Legal",
        (
            Place(
                "Notaría",
                "04",
                "Calle Goya 47",
                "28001",
                (40.4249, -3.6818),
                "Clara Monje, clerk, 600 000 315",
            ),
        ),
    ),
    Firm(
        "Talleres Norte",
        "Manufacturing",
        (
            Place(
                "Nave 2",
                "17",
                "Calle Sulfato 8",
                "28021",
                (40.3471, -3.7143),
                "Rosa Nieto, warehouse, 600 000 341",
                7 * 60,
                19 * 60,
                "Goods entrance, ask for Rosa",
            ),
        ),
    ),
    Firm(
        "Colegio Bravante",
        "Education",
        (
            Place(
                "Colegio",
                "11",
                "Calle Epoca 20",
                "28025",
                (40.3785, -3.7469),
                "Marisa Duque, secretary, 600 000 317",
                8 * 60,
                19 * 60,
                "Sign in at the porter's desk",
            ),
        ),
    ),
    Firm(
        "Estudio Quevedo",
        "Architecture",
        (
            Place(
                "Estudio",
                "07",
                "Calle Fuencarral 120",
                "28010",
                (40.4304, -3.7032),
                "Bruno Quevedo, partner, 600 000 318",
            ),
        ),
    ),
)
