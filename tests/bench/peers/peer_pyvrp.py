"""PyVRP: one day axis, one profile for each day, equipment as load, optional stops with a prize.

`python peer_pyvrp.py PROBLEM.json SECONDS`; the history length is the best of the settings tried in planning note 3.
"""

import sys

import numpy as np
from problem import CLOSED, answer, read
from pyvrp import Client, ClientGroup, Depot, Location, ProblemData, VehicleType, solve
from pyvrp.IteratedLocalSearch import IteratedLocalSearchParams
from pyvrp.solve import SolveParams
from pyvrp.stop import MaxRuntime

HISTORY = 50


def main():
    """Read, solve, print."""
    case, seconds = read(sys.argv[1]), float(sys.argv[2])
    tuned = SolveParams(ils=IteratedLocalSearchParams(history_length=HISTORY, exhaustive_on_best=False))
    best = solve(data_of(case), MaxRuntime(seconds), seed=1, collect_stats=False, params=tuned).best
    if not best.is_feasible():
        sys.exit("no feasible plan")
    answer(case, [(case.cells[route.vehicle_type()], visits(route)) for route in best.routes()])


def visits(route):
    """The alternatives that a route visits, in order."""
    return [each.idx for each in route if each.is_client()]


def data_of(case):
    """The problem as PyVRP takes it: places of depots first, then one location for each alternative."""
    depots = sorted({vehicle["depot"] for vehicle, _day in case.cells})
    places = depots + [each.place for each in case.alternatives]
    minutes = np.array(case.minutes, dtype=np.int64)[np.ix_(places, places)]
    np.fill_diagonal(minutes, 0)
    equipment = sorted({name for each in case.alternatives for name in each.need})
    days = sorted({day for _vehicle, day in case.cells})
    groups, clients = clients_of(case, len(depots), equipment)
    return ProblemData(
        locations=[Location(0, 0) for _ in places],
        clients=clients,
        depots=[Depot(location) for location in range(len(depots))],
        vehicle_types=[vehicle_type(case, cell, depots, equipment, days) for cell in case.cells],
        distance_matrices=[open_on(minutes, case, len(depots), day) for day in days],
        duration_matrices=[minutes] * len(days),
        groups=groups,
    )


def clients_of(case, first, equipment):
    """One client for each alternative; those of one stop exclude each other."""
    of_stop = {}
    for number, each in enumerate(case.alternatives):
        of_stop.setdefault(each.stop, []).append(number)
    several = [numbers for numbers in of_stop.values() if len(numbers) > 1]
    groups = [ClientGroup(numbers, required=False) for numbers in several]
    group_of = {number: group for group, numbers in enumerate(several) for number in numbers}
    clients = [
        Client(
            location=first + number,
            delivery=[int(name in each.need) for name in equipment],
            service_duration=each.duration,
            tw_early=each.opens,
            tw_late=each.latest,
            prize=each.prize,
            required=False,
            group=group_of.get(number),
        )
        for number, each in enumerate(case.alternatives)
    ]
    return groups, clients


def vehicle_type(case, cell, depots, equipment, days):
    """One vehicle on one day."""
    vehicle, day = cell
    depot = depots.index(vehicle["depot"])
    return VehicleType(
        num_available=1,
        capacity=[len(case.alternatives) * (name in vehicle["equipment"]) for name in equipment],
        start_depot=depot,
        end_depot=depot,
        fixed_cost=case.document["day_cost"],
        tw_early=vehicle["open"],
        tw_late=vehicle["close"],
        shift_duration=vehicle["max_work"],
        max_distance=vehicle["max_drive"],
        profile=days.index(day),
    )


def open_on(minutes, case, first, day):
    """The minutes on this day, with alternatives that are not open out of reach."""
    matrix = minutes.copy()
    for number, each in enumerate(case.alternatives):
        if day not in each.days:
            matrix[:, first + number] = CLOSED
            matrix[first + number, first + number] = 0
    return matrix


main()
