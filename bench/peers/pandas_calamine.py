"""pandas.read_excel with the engine calamine, pandera and to_sql; see `pandas_peer`."""

from pandas_peer import run

if __name__ == "__main__":
    run("calamine", __doc__)
