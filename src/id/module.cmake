acquis_module(id HEADERS array.hpp id.hpp date.hpp diagnostic.hpp short_text.hpp)
