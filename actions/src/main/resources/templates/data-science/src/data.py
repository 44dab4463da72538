"""Reads from the warehouse."""

import os

import pandas as pd
import sqlalchemy


def table(schema: str, name: str) -> pd.DataFrame:
    """One whole table; the address is in the environment variable WAREHOUSE, never in a file."""
    address = os.environ["WAREHOUSE"].replace("postgresql://", "postgresql+psycopg://", 1)
    with sqlalchemy.create_engine(address).connect() as connection:
        return pd.read_sql_table(name, connection, schema=schema)
