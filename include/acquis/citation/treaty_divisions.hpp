// The parts, titles, chapters and sections of the Treaties in force and the articles in each.
//
//   for (const acquis::TreatyDivision& division : acquis::treaty_divisions)
//     if (acquis::ends_with(division, "tis_V") && division.work == "TFEU") use(division.path);
//   // "prt_3/tis_V" (Articles 67 to 89) and "prt_5/tis_V" (216 to 219): "Title V TFEU" is ambiguous
//
// Read off the consolidated versions of 2012 (OJ C 326, 26.10.2012). Constant table.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct TreatyDivision {
  std::string_view work;
  std::string_view path;      // below the work, as in a key
  std::uint16_t first, last;  // articles
};

inline constexpr std::array<TreatyDivision, 106> treaty_divisions{{
    {"TFEU", "prt_1", 1, 17},
    {"TFEU", "prt_1/tis_I", 2, 6},
    {"TFEU", "prt_1/tis_II", 7, 17},
    {"TFEU", "prt_2", 18, 25},
    {"TFEU", "prt_3", 26, 197},
    {"TFEU", "prt_3/tis_I", 26, 27},
    {"TFEU", "prt_3/tis_II", 28, 37},
    {"TFEU", "prt_3/tis_II/cpt_1", 30, 32},
    {"TFEU", "prt_3/tis_II/cpt_2", 33, 33},
    {"TFEU", "prt_3/tis_II/cpt_3", 34, 37},
    {"TFEU", "prt_3/tis_III", 38, 44},
    {"TFEU", "prt_3/tis_IV", 45, 66},
    {"TFEU", "prt_3/tis_IV/cpt_1", 45, 48},
    {"TFEU", "prt_3/tis_IV/cpt_2", 49, 55},
    {"TFEU", "prt_3/tis_IV/cpt_3", 56, 62},
    {"TFEU", "prt_3/tis_IV/cpt_4", 63, 66},
    {"TFEU", "prt_3/tis_V", 67, 89},
    {"TFEU", "prt_3/tis_V/cpt_1", 67, 76},
    {"TFEU", "prt_3/tis_V/cpt_2", 77, 80},
    {"TFEU", "prt_3/tis_V/cpt_3", 81, 81},
    {"TFEU", "prt_3/tis_V/cpt_4", 82, 86},
    {"TFEU", "prt_3/tis_V/cpt_5", 87, 89},
    {"TFEU", "prt_3/tis_VI", 90, 100},
    {"TFEU", "prt_3/tis_VII", 101, 118},
    {"TFEU", "prt_3/tis_VII/cpt_1", 101, 109},
    {"TFEU", "prt_3/tis_VII/cpt_1/sct_1", 101, 106},
    {"TFEU", "prt_3/tis_VII/cpt_1/sct_2", 107, 109},
    {"TFEU", "prt_3/tis_VII/cpt_2", 110, 113},
    {"TFEU", "prt_3/tis_VII/cpt_3", 114, 118},
    {"TFEU", "prt_3/tis_VIII", 119, 144},
    {"TFEU", "prt_3/tis_VIII/cpt_1", 120, 126},
    {"TFEU", "prt_3/tis_VIII/cpt_2", 127, 133},
    {"TFEU", "prt_3/tis_VIII/cpt_3", 134, 135},
    {"TFEU", "prt_3/tis_VIII/cpt_4", 136, 138},
    {"TFEU", "prt_3/tis_VIII/cpt_5", 139, 144},
    {"TFEU", "prt_3/tis_IX", 145, 150},
    {"TFEU", "prt_3/tis_X", 151, 161},
    {"TFEU", "prt_3/tis_XI", 162, 164},
    {"TFEU", "prt_3/tis_XII", 165, 166},
    {"TFEU", "prt_3/tis_XIII", 167, 167},
    {"TFEU", "prt_3/tis_XIV", 168, 168},
    {"TFEU", "prt_3/tis_XV", 169, 169},
    {"TFEU", "prt_3/tis_XVI", 170, 172},
    {"TFEU", "prt_3/tis_XVII", 173, 173},
    {"TFEU", "prt_3/tis_XVIII", 174, 178},
    {"TFEU", "prt_3/tis_XIX", 179, 190},
    {"TFEU", "prt_3/tis_XX", 191, 193},
    {"TFEU", "prt_3/tis_XXI", 194, 194},
    {"TFEU", "prt_3/tis_XXII", 195, 195},
    {"TFEU", "prt_3/tis_XXIII", 196, 196},
    {"TFEU", "prt_3/tis_XXIV", 197, 197},
    {"TFEU", "prt_4", 198, 204},
    {"TFEU", "prt_5", 205, 222},
    {"TFEU", "prt_5/tis_I", 205, 205},
    {"TFEU", "prt_5/tis_II", 206, 207},
    {"TFEU", "prt_5/tis_III", 208, 214},
    {"TFEU", "prt_5/tis_III/cpt_1", 208, 211},
    {"TFEU", "prt_5/tis_III/cpt_2", 212, 213},
    {"TFEU", "prt_5/tis_III/cpt_3", 214, 214},
    {"TFEU", "prt_5/tis_IV", 215, 215},
    {"TFEU", "prt_5/tis_V", 216, 219},
    {"TFEU", "prt_5/tis_VI", 220, 221},
    {"TFEU", "prt_5/tis_VII", 222, 222},
    {"TFEU", "prt_6", 223, 334},
    {"TFEU", "prt_6/tis_I", 223, 309},
    {"TFEU", "prt_6/tis_I/cpt_1", 223, 287},
    {"TFEU", "prt_6/tis_I/cpt_1/sct_1", 223, 234},
    {"TFEU", "prt_6/tis_I/cpt_1/sct_2", 235, 236},
    {"TFEU", "prt_6/tis_I/cpt_1/sct_3", 237, 243},
    {"TFEU", "prt_6/tis_I/cpt_1/sct_4", 244, 250},
    {"TFEU", "prt_6/tis_I/cpt_1/sct_5", 251, 281},
    {"TFEU", "prt_6/tis_I/cpt_1/sct_6", 282, 284},
    {"TFEU", "prt_6/tis_I/cpt_1/sct_7", 285, 287},
    {"TFEU", "prt_6/tis_I/cpt_2", 288, 299},
    {"TFEU", "prt_6/tis_I/cpt_2/sct_1", 288, 292},
    {"TFEU", "prt_6/tis_I/cpt_2/sct_2", 293, 299},
    {"TFEU", "prt_6/tis_I/cpt_3", 300, 307},
    {"TFEU", "prt_6/tis_I/cpt_3/sct_1", 301, 304},
    {"TFEU", "prt_6/tis_I/cpt_3/sct_2", 305, 307},
    {"TFEU", "prt_6/tis_I/cpt_4", 308, 309},
    {"TFEU", "prt_6/tis_II", 310, 325},
    {"TFEU", "prt_6/tis_II/cpt_1", 311, 311},
    {"TFEU", "prt_6/tis_II/cpt_2", 312, 312},
    {"TFEU", "prt_6/tis_II/cpt_3", 313, 316},
    {"TFEU", "prt_6/tis_II/cpt_4", 317, 319},
    {"TFEU", "prt_6/tis_II/cpt_5", 320, 324},
    {"TFEU", "prt_6/tis_II/cpt_6", 325, 325},
    {"TFEU", "prt_6/tis_III", 326, 334},
    {"TFEU", "prt_7", 335, 358},
    {"TEU", "tis_I", 1, 8},
    {"TEU", "tis_II", 9, 12},
    {"TEU", "tis_III", 13, 19},
    {"TEU", "tis_IV", 20, 20},
    {"TEU", "tis_V", 21, 46},
    {"TEU", "tis_V/cpt_1", 21, 22},
    {"TEU", "tis_V/cpt_2", 23, 46},
    {"TEU", "tis_V/cpt_2/sct_1", 23, 41},
    {"TEU", "tis_V/cpt_2/sct_2", 42, 46},
    {"TEU", "tis_VI", 47, 55},
    {"CFR", "tis_I", 1, 5},
    {"CFR", "tis_II", 6, 19},
    {"CFR", "tis_III", 20, 26},
    {"CFR", "tis_IV", 27, 38},
    {"CFR", "tis_V", 39, 46},
    {"CFR", "tis_VI", 47, 50},
    {"CFR", "tis_VII", 51, 54},
}};

// Whether the division's path is `path` or ends in it after a slash.
constexpr bool ends_with(const TreatyDivision& division, std::string_view path) noexcept {
  const std::string_view whole = division.path;
  if (whole.size() < path.size() || whole.substr(whole.size() - path.size()) != path) return false;
  return whole.size() == path.size() || whole[whole.size() - path.size() - 1] == '/';
}

}  // namespace v0
}  // namespace acquis
