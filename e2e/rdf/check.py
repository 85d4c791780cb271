"""Reads a catalogue in its three syntaxes and checks it against the national profile's shapes.

    check.py [--removals] SHAPES.ttl CATALOGUE.rdf CATALOGUE.ttl CATALOGUE.jsonld

Prints every problem, one a line, and ends with 1 if there is any. With --removals it also takes
away, one after the other, everything that the shapes ask for, and reports what nobody misses.
"""

import sys
from pathlib import Path

from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, FOAF, RDF, SH

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")

# Where an address that is not absolute would end up.
NOWHERE = "http://relative.invalid/"

CLASSES = [DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent, VCARD.Organization]


def read(path, syntax):
    return Graph().parse(data=Path(path).read_bytes(), format=syntax, publicID=NOWHERE)


def names(graph):
    """What must not be in any graph: nodes without address, and addresses that are not whole."""
    for triple in graph:
        for node in triple:
            if isinstance(node, Literal):
                continue
            if not isinstance(node, URIRef):
                yield f"blank node in {triple}"
            elif node.startswith(NOWHERE) or ":" not in node:
                yield f"not absolute: {node}"
            elif any(character in node for character in ' <>"{}|\\^`'):
                yield f"not an address: {node}"


def results(graph, shapes):
    """What the shapes say of a graph: focus, path and severity of each result."""
    _, report, _ = validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield (
            report.value(result, SH.focusNode),
            report.value(result, SH.resultPath),
            report.value(result, SH.resultSeverity),
            report.value(result, SH.resultMessage),
        )


def asked_for(shapes):
    """Target class or property, path, language and severity of everything that must be there."""
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        for property in shapes.objects(shape, SH.property):
            path = shapes.value(property, SH.path)
            severity = shapes.value(property, SH.severity) or SH.Violation
            wanted = shapes.value(property, SH.qualifiedValueShape)
            lang = None
            if wanted is not None:
                lang = str(next(shapes.items(shapes.value(wanted, SH.languageIn))))
            elif shapes.value(property, SH.minCount) is None:
                continue
            yield shape, path, lang, severity


def focus_nodes(graph, shapes, shape):
    for wanted in shapes.objects(shape, SH.targetClass):
        yield from graph.subjects(RDF.type, wanted)
    for wanted in shapes.objects(shape, SH.targetObjectsOf):
        yield from graph.objects(None, wanted)


def without(graph, triples):
    smaller = Graph()
    for triple in graph:
        smaller.add(triple)
    for triple in triples:
        smaller.remove(triple)
    return smaller


def removals(graph, shapes):
    """Takes away what is asked for, and tells what the shapes do not miss."""
    tried = 0
    for shape, path, lang, severity in asked_for(shapes):
        focus = min(focus_nodes(graph, shapes, shape))
        taken = [
            triple
            for triple in graph.triples((focus, path, None))
            if lang is None or triple[2].language == lang
        ]
        if not taken:
            yield f"{focus} has no {path} {lang or ''} to take away"
            continue
        tried += 1
        missed = [
            result
            for result in results(without(graph, taken), shapes)
            if result[:3] == (focus, path, severity)
        ]
        if not missed:
            yield f"nobody misses {path} {lang or ''} of {focus}"
    for kind in CLASSES:
        for node in set(graph.subjects(RDF.type, kind)):
            tried += 1
            smaller = without(graph, [(node, RDF.type, kind)])
            lost = kind == DCAT.Catalog and not set(smaller.subjects(RDF.type, kind))
            if not lost and not list(results(smaller, shapes)):
                yield f"nobody misses that {node} is a {kind}"
    print(f"took away {tried} things")


def problems(arguments):
    with_removals = "--removals" in arguments
    shapes, *files = [argument for argument in arguments if argument != "--removals"]
    shapes = read(shapes, "turtle")
    graphs = [read(path, syntax) for path, syntax in zip(files, ["xml", "turtle", "json-ld"], strict=True)]
    for path, graph in zip(files, graphs):
        for problem in names(graph):
            yield f"{path}: {problem}"
        if not isomorphic(graph, graphs[0]):
            yield f"{path} does not hold what {files[0]} holds"
    graph = graphs[0]
    for kind in CLASSES:
        if not set(graph.subjects(RDF.type, kind)):
            yield f"there is no {kind}"
    if len(set(graph.subjects(RDF.type, DCAT.Catalog))) != 1:
        yield "there is not one catalogue"
    for focus, path, severity, message in results(graph, shapes):
        yield f"{severity}: {focus} {path}: {message}"
    if with_removals:
        yield from removals(graph, shapes)


def main():
    found = list(problems(sys.argv[1:]))
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)


main()
