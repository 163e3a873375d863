# awk -f extract.awk FILE...: one C++ unit that holds every example of the headers, each in a function of
# its own. An example is a block of the opening comment indented by three spaces; what is indented
# deeper (a figure, a line that must not compile) is left alone. From a README, the ```cpp blocks
# without main(); those with main() are programs and go through programs.awk.
function close_example() {
  if (open) print "return 0; }"
  open = 0
}
function code(line) {
  if (!open) {
    printf "int example_%d() {\n#line %d \"%s\"\n", ++count, FNR, FILENAME
    open = 1
  }
  print line
}
BEGIN { print "#include \"prelude.hpp\"" }
FNR == 1 { close_example(); done = 0; figure = 0; markdown = FILENAME ~ /\.md$/ }
markdown && /^```cpp/ { inside = 1; text = ""; start = FNR; next }
markdown && inside && /^```/ {
  inside = 0
  if (text !~ /int main\(/) {
    printf "int example_%d() {\n#line %d \"%s\"\n%sreturn 0; }\n", ++count, start + 1, FILENAME, text
  }
  next
}
markdown { if (inside && $0 !~ /^#include/) text = text $0 "\n"; else if (inside) text = text "\n"; next }
done { next }
/^#pragma once/ { close_example(); done = 1; next }
/^\/\/    / && !open { figure = 1 }
!/^\/\/   / { close_example(); figure = 0; next }
figure { next }
/^\/\/   #include/ { next }
{ code(substr($0, 6)) }
END { close_example() }
