# awk -v dir=DIR -f programs.awk README.md: every ```cpp block that is a complete program, written to
# DIR/readme_N.cpp; their names are printed.
/^```cpp/ { inside = 1; text = "#line " FNR + 1 " \"" FILENAME "\"\n"; next }
inside && /^```/ {
  inside = 0
  if (text ~ /int main\(/) {
    name = dir "/readme_" ++count ".cpp"
    printf "%s", text > name
    close(name)
    print name
  }
  next
}
inside { text = text $0 "\n" }
