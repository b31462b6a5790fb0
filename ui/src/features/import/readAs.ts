import type { ImportText } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

type Option = { value: string; label: string };

/** No text has this between its cells, so it stands for none. */
export const ONE_COLUMN = 'none';

/** The encodings that people meet, with the one that was found among them. */
export function encodings(text: ImportText): Option[] {
  const known: Option[] = [
    { value: 'UTF-8', label: m.import_encoding_utf_8() },
    { value: 'UTF-16LE', label: m.import_encoding_utf_16le() },
    { value: 'UTF-16BE', label: m.import_encoding_utf_16be() },
    { value: 'windows-1252', label: m.import_encoding_western() },
    { value: 'macintosh', label: m.import_encoding_western_mac() },
    { value: 'windows-1250', label: m.import_encoding_central() },
    { value: 'windows-1251', label: m.import_encoding_cyrillic() },
    { value: 'windows-1253', label: m.import_encoding_greek() },
    { value: 'windows-1254', label: m.import_encoding_turkish() },
    { value: 'Shift_JIS', label: m.import_encoding_japanese() },
    { value: 'GBK', label: m.import_encoding_chinese() },
    { value: 'EUC-KR', label: m.import_encoding_korean() },
  ];
  return withFound(known, text.encoding);
}

/** What may stand between columns, with what was found among it. */
export function delimiters(text: ImportText): Option[] {
  const known: Option[] = [
    { value: ',', label: m.import_delimiter_comma() },
    { value: ';', label: m.import_delimiter_semicolon() },
    { value: '\t', label: m.import_delimiter_tab() },
    { value: '|', label: m.import_delimiter_pipe() },
    { value: ':', label: m.import_delimiter_colon() },
    { value: ' ', label: m.import_delimiter_space() },
  ];
  const none = { value: ONE_COLUMN, label: m.import_delimiter_none() };
  return text.delimiter === null ? [...known, none] : withFound(known, text.delimiter);
}

function withFound(known: Option[], found: string): Option[] {
  return known.some(({ value }) => value === found) ? known : [...known, { value: found, label: found }];
}
