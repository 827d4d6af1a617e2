"""OR-Tools routing: a vehicle for each cell, allowed vehicles for each stop, guided local search.

`python peer_ortools.py PROBLEM.json SECONDS`
"""

import sys

from ortools.constraint_solver import pywrapcp, routing_enums_pb2
from problem import answer, read

DAY = 1440


def main():
    """Read, solve, print."""
    case, seconds = read(sys.argv[1]), float(sys.argv[2])
    count, cells = len(case.alternatives), case.cells
    depots = sorted({vehicle["depot"] for vehicle, _day in cells})
    places = [each.place for each in case.alternatives] + depots
    ends = [count + depots.index(vehicle["depot"]) for vehicle, _day in cells]
    manager = pywrapcp.RoutingIndexManager(len(places), len(cells), ends, ends)
    routing = pywrapcp.RoutingModel(manager)
    add_driving(case, routing, manager, places)
    add_times(case, routing, manager, places)
    add_stops(case, routing, manager)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(int(seconds * 1000))
    solution = routing.SolveWithParameters(parameters)
    if solution is None:
        sys.exit("no feasible plan")
    answer(case, [(cell, visits(routing, manager, solution, number)) for number, cell in enumerate(cells)])


def add_driving(case, routing, manager, places):
    """Minutes at the wheel: what is paid, and limited each day."""
    drive = routing.RegisterTransitCallback(
        lambda start, end: case.minutes[places[manager.IndexToNode(start)]][places[manager.IndexToNode(end)]]
    )
    routing.SetArcCostEvaluatorOfAllVehicles(drive)
    limits = [vehicle["max_drive"] for vehicle, _day in case.cells]
    routing.AddDimensionWithVehicleCapacity(drive, 0, limits, True, "drive")
    routing.SetFixedCostOfAllVehicles(case.document["day_cost"])


def add_times(case, routing, manager, places):
    """Hours of vehicles and stops, and how long a day may be."""
    count = len(case.alternatives)

    def minutes(start, end):
        here, there = manager.IndexToNode(start), manager.IndexToNode(end)
        stay = case.alternatives[here].duration if here < count else 0
        return stay + case.minutes[places[here]][places[there]]

    routing.AddDimension(routing.RegisterTransitCallback(minutes), DAY, DAY, False, "time")
    time = routing.GetDimensionOrDie("time")
    for number, (vehicle, _day) in enumerate(case.cells):
        for index in (routing.Start(number), routing.End(number)):
            time.CumulVar(index).SetRange(vehicle["open"], vehicle["close"])
        time.SetSpanUpperBoundForVehicle(vehicle["max_work"], number)
        routing.AddVariableMinimizedByFinalizer(time.CumulVar(routing.End(number)))
    for node, each in enumerate(case.alternatives):
        time.CumulVar(manager.NodeToIndex(node)).SetRange(each.opens, each.latest)


def add_stops(case, routing, manager):
    """Which cells may serve a stop, and the price of leaving it out; -1 is the vehicle of what is left out."""
    of_stop = {}
    for node, each in enumerate(case.alternatives):
        index = manager.NodeToIndex(node)
        allowed = [number for number, cell in enumerate(case.cells) if case.may(cell, each)]
        routing.VehicleVar(index).SetValues([-1, *allowed])
        of_stop.setdefault(each.stop, []).append(index)
    for stop, indices in of_stop.items():
        routing.AddDisjunction(indices, case.document["stops"][stop]["prize"])


def visits(routing, manager, solution, number):
    """The alternatives that a vehicle visits, in order."""
    found, index = [], solution.Value(routing.NextVar(routing.Start(number)))
    while not routing.IsEnd(index):
        found.append(manager.IndexToNode(index))
        index = solution.Value(routing.NextVar(index))
    return found


main()
