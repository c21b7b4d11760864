"""Who stands in one event with whom, as GEXF 1.3 (gexf.net): Gephi and networkx read it.

Written here and not by networkx, whose writer puts today's date into the file: the same dossier gives the same bytes.
"""

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as xml

from rayzan.export.plain import plain

SPACE = "http://gexf.net/1.3"


def gexf(pairs: Mapping[tuple[str, str], int], names: Mapping[str, Mapping[str, Any]], says: str = "") -> bytes:
    """An undirected graph: a node an actor with its Persian and English name and its type, an edge a pair with its number of events as weight."""
    root = xml.Element("gexf", {"xmlns": SPACE, "version": "1.3"})
    meta = xml.SubElement(root, "meta")
    xml.SubElement(meta, "creator").text = "rayzan"
    xml.SubElement(meta, "description").text = plain(says)
    graph = xml.SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    fields = xml.SubElement(graph, "attributes", {"class": "node"})
    for field in FIELDS:
        xml.SubElement(fields, "attribute", {"id": field, "title": field, "type": "string"})
    nodes, edges = xml.SubElement(graph, "nodes"), xml.SubElement(graph, "edges")
    for id in sorted({id for pair in pairs for id in pair}):
        about = names.get(id, {})
        node = xml.SubElement(nodes, "node", {"id": plain(id), "label": plain(about.get("name_fa") or about.get("name_en") or id)})
        values = xml.SubElement(node, "attvalues")
        for field in FIELDS:
            if about.get(field):
                xml.SubElement(values, "attvalue", {"for": field, "value": plain(about[field])})
    for n, ((one, other), events) in enumerate(sorted(pairs.items())):
        xml.SubElement(edges, "edge", {"id": str(n), "source": plain(one), "target": plain(other), "weight": f"{events}.0"})
    xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml.tostring(root, encoding="unicode")}\n'.encode()


FIELDS = ("name_fa", "name_en", "type")
