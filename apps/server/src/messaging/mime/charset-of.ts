import iconv from 'iconv-lite'

/**
 * What a sender's name for a charset means: a name TextDecoder or iconv knows, `iso-2022-kr`, `hz-gb-2312`, or
 * `unknown` where it says nothing one could believe.
 */
export function charsetOf(label: string): string {
  const known = names.get(label)
  if (known) return known
  const charset = meaningOf(label.toLowerCase().replace(/^(?:x-|cs)|[^a-z0-9]/g, ''))
  if (names.size < 500) names.set(label, charset)
  return charset
}

function meaningOf(name: string): string {
  const alias = ALIASES.get(name)
  if (alias) return alias
  const [, page] = name.match(/^(?:cp|windows|win|ms|ibm|dos|codepage)?(\d{3,5})$/) ?? []
  if (page) return PAGES.get(Number(page)) ?? pageOf(Number(page))
  const [, latin] = name.match(/^iso8859(\d{1,2})[ei]?(?:19\d\d)?$/) ?? []
  if (latin === '1') return 'windows-1252'
  if (latin) return latin === '9' ? 'windows-1254' : `iso-8859-${latin}`
  return iconv.encodingExists(name) ? name : 'unknown'
}

function pageOf(page: number) {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  if (page > 28_591 && page <= 28_606) return `iso-8859-${page - 28_590}`
  return iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'unknown'
}

const names = new Map<string, string>()

const ALIASES = new Map(
  Object.entries({
    unknown: 'usascii ascii ansix341968 ansix341986 iso646us us 646 unknown unknown8bit 8bit default none binary',
    'utf-8': 'utf8 utf8mb4 utf8sig unicode11utf8 unicode20utf8 utf8bom',
    'utf-7': 'utf7 unicode11utf7 unicode20utf7 unicode11utf-7',
    'utf-16': 'utf16 unicode ucs2 iso10646ucs2',
    'windows-1252': 'ansi latin1 l1 isolatin1 isoir100 latin windowslatin1 westerneuropeanwindows ansi1252',
    'iso-8859-2': 'latin2 l2 isolatin2',
    'windows-1254': 'latin5 l5 isolatin5',
    'iso-8859-15': 'latin9 l9 latin0 isolatin9',
    macintosh: 'mac macintosh macroman',
    'x-mac-cyrillic': 'maccyrillic macukrainian',
    'koi8-r': 'koi8 koi8r',
    'koi8-u': 'koi8u koi8ru',
    'iso-2022-jp': 'iso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jpms junet',
    'iso-2022-kr': 'iso2022kr',
    'hz-gb-2312': 'hzgb2312 hz hzgb',
    shift_jis: 'shiftjis sjis mskanji windows31j shiftjisms',
    'euc-jp': 'eucjp eucpkdfmtjapanese ujis',
    'euc-kr': 'euckr ksc5601 ksc56011987 ksc56011989 korean uhc ksc',
    gb18030: 'gb18030 gbk gb2312 gb231280 chinese euccn gb iso58gb231280',
    big5: 'big5 big5hkscs cnbig5 bigfive',
    'windows-874': 'tis620 iso885911',
  }).flatMap(([charset, aliases]) => aliases.split(' ').map((alias) => [alias, charset] as const)),
)

/** Microsoft's and IBM's numbers. */
const PAGES = new Map([
  [367, 'unknown'],
  [646, 'unknown'],
  [819, 'windows-1252'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10_000, 'macintosh'],
  [10_007, 'x-mac-cyrillic'],
  [20_127, 'unknown'],
  [20_866, 'koi8-r'],
  [20_932, 'euc-jp'],
  [21_866, 'koi8-u'],
  [28_591, 'windows-1252'],
  [28_599, 'windows-1254'],
  [50_220, 'iso-2022-jp'],
  [50_221, 'iso-2022-jp'],
  [50_222, 'iso-2022-jp'],
  [50_225, 'iso-2022-kr'],
  [51_932, 'euc-jp'],
  [51_949, 'euc-kr'],
  [52_936, 'hz-gb-2312'],
  [54_936, 'gb18030'],
  [65_000, 'utf-7'],
  [65_001, 'utf-8'],
])
