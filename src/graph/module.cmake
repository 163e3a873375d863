acquis_module(graph)
