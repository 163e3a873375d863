acquis_module(report)
