// The published schema through libxml2, which knows nothing of acquis.
#pragma once

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <memory>
#include <string>

namespace acquis::testing {

inline void silent(void*, const char*, ...) {}

class Schema {
 public:
  Schema() {
    xmlSetGenericErrorFunc(nullptr, silent);
    const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser(
        xmlSchemaNewParserCtxt(ACQUIS_SCHEMA), &xmlSchemaFreeParserCtxt);
    schema_.reset(xmlSchemaParse(parser.get()));
  }
  bool loaded() const { return schema_ != nullptr; }

  bool accepts(const std::string& xml) const {
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "sample", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        &xmlFreeDoc);
    if (!document) return false;
    const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> context(
        xmlSchemaNewValidCtxt(schema_.get()), &xmlSchemaFreeValidCtxt);
    return xmlSchemaValidateDoc(context.get(), document.get()) == 0;
  }

 private:
  std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> schema_{nullptr, &xmlSchemaFree};
};

}  // namespace acquis::testing
