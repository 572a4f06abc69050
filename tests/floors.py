"""Figures of a table (a layer a line, F1 last) against what each must reach."""


def compare(table, floors):
    """Prints the table with what is short of its floor; how many are."""
    reached, below = {}, 0
    for line in table.splitlines():
        name, last = line[:26].strip(), (line.split() or [""])[-1]
        figure = float(last) if last.replace(".", "", 1).isdigit() else None
        reached[name] = figure
        short = name in floors and figure is not None and figure < floors[name]
        below += short
        print(line + (f"   must reach {floors[name]:.2f}" if short else ""))
    for name in floors.keys() - reached.keys():
        print(f"{name}: not scored")
        below += 1
    return below
