acquis_module(query)
