acquis_module(io)
