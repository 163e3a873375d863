// The version of acquis. CMake reads these three lines; nothing else in the tree repeats them.
#pragma once

#define ACQUIS_VERSION_MAJOR 0
#define ACQUIS_VERSION_MINOR 1
#define ACQUIS_VERSION_PATCH 0
