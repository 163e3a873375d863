acquis_module(model HEADERS kinds.hpp status.hpp)
