"""Who and when: agencies, periods and schools. Code lists are in `code_lists`."""

from sqlalchemy import Column, Date, Integer, SmallInteger, Table, Text, UniqueConstraint

from edusandbox.warehouse.metadata import METADATA

dim_agency = Table(
    "dim_agency",
    METADATA,
    Column("agency_id", Integer, primary_key=True),
    Column("agency_code", Text, nullable=False, comment="Stable code by which the province knows the agency"),
    Column("name_th", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("kind", Text, nullable=False, comment="สพป. สพม. สช. อปท. and the like"),
    Column("area4_code", Text, comment="Service area, 4 digits"),
    Column("area8_code", Text, comment="Service area, 8 digits"),
    Column("area6_code", Text, comment="Service area, 6 digits"),
    Column("valid_from_date", Date, nullable=False, comment="First day that the row holds"),
    Column("valid_to_date", Date, comment="Last day that the row holds; empty while it lasts"),
    UniqueConstraint("agency_code", "valid_from_date"),
    comment="Agencies, one row for each stretch of time in which an agency was the same",
)

dim_period = Table(
    "dim_period",
    METADATA,
    Column("period_id", Integer, primary_key=True),
    Column("period_code", Text, nullable=False, unique=True, comment="2563-1, 2563 or FY2563"),
    Column("kind", Text, nullable=False, comment="semester, academic_year or fiscal_year"),
    Column("year_be", SmallInteger, nullable=False, comment="Buddhist year"),
    Column("semester", SmallInteger, nullable=False, comment="1, 2, 3 (summer); 0 for a whole year"),
    Column("start_date", Date, comment="First day by the province's calendar; empty if it does not say"),
    Column("end_date", Date, comment="Last day by the province's calendar; empty if it does not say"),
    Column("due_date", Date, comment="Last day to send; empty if the calendar does not say"),
    Column(
        "order_date",
        Date,
        nullable=False,
        comment="start_date, or the usual first day of such a period where the calendar does not say: "
        "puts periods in order",
    ),
    comment="Reporting periods: the calendar's, and any other that a file was about",
)

dim_school = Table(
    "dim_school",
    METADATA,
    # Given out by the program: new schools come by the thousand through the bulk path.
    Column("school_id", Integer, primary_key=True, autoincrement=False),
    Column("smis_code", Text, unique=True, comment="SMIS, 8 digits"),
    Column("ministry_code", Text, unique=True, comment="Ministry of Education, 10 digits"),
    Column("obec_code", Text, unique=True, comment="OBEC, 6 digits"),
    comment="Schools and the codes that they go by (none: found to be another of the schools); "
    "what they were called and whose they were: mart_school",
)
