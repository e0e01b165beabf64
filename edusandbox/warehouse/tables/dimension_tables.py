"""Where, who and when: province, agencies, periods and schools. Code lists are in `code_lists`."""

from sqlalchemy import Column, Date, ForeignKey, Integer, SmallInteger, Table, Text, UniqueConstraint

from edusandbox.warehouse.tables.metadata import METADATA

dim_province = Table(
    "dim_province",
    METADATA,
    Column("province_id", SmallInteger, primary_key=True, autoincrement=False),
    Column("province_code", Text, nullable=False, unique=True),
    Column("name_th", Text, nullable=False),
    Column("name_en", Text, nullable=False),
)

dim_agency = Table(
    "dim_agency",
    METADATA,
    Column("agency_id", Integer, primary_key=True),
    Column("agency_code", Text, nullable=False),
    Column("name_th", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("area4_code", Text),
    Column("area8_code", Text),
    Column("area6_code", Text),
    Column("valid_from_date", Date, nullable=False),
    Column("valid_to_date", Date),
    UniqueConstraint("agency_code", "valid_from_date"),
)

dim_period = Table(
    "dim_period",
    METADATA,
    Column("period_id", Integer, primary_key=True),
    Column("period_code", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("year_be", SmallInteger, nullable=False),
    Column("semester", SmallInteger, nullable=False),
    Column("start_date", Date),
    Column("end_date", Date),
    Column("due_date", Date),
    Column("order_date", Date, nullable=False),
)

dim_school = Table(
    "dim_school",
    METADATA,
    # Given out by the program: new schools come by the thousand through the bulk path.
    Column("school_id", Integer, primary_key=True, autoincrement=False),
    Column("smis_code", Text, unique=True),
    Column("ministry_code", Text, unique=True),
    Column("obec_code", Text, unique=True),
    Column("same_as_school_id", ForeignKey("dim_school.school_id")),
)
