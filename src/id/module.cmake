acquis_module(id HEADERS id.hpp date.hpp diagnostic.hpp short_text.hpp)
