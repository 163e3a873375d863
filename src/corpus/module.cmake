acquis_module(corpus)
