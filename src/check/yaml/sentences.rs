//! What the usual mistakes of YAML are called, and how each is mended.

type Pair = (&'static str, &'static str);

/// The sentence and the repair for the usual mistakes; the parser's words are only looked at, never shown.
pub fn sentences(text: &str, start: usize, words: &str) -> (Pair, Pair) {
    let here = text.get(start..).and_then(|rest| rest.chars().next());
    let indent = (
        "Baris ini menjorok tidak sama dengan isian di sekitarnya.",
        "This line is not indented like the fields around it.",
    );
    let indent_repair = (
        "Mulai isian yang setingkat pada kolom yang sama; pakai dua spasi per tingkat.",
        "Start fields of one level in the same column; use two blanks a level.",
    );
    if words.contains("mapping values are not allowed") {
        (indent, indent_repair)
    } else if words.contains("unclosed quote") {
        (
            ("Tanda kutip ini tidak ditutup.", "This quote is not closed."),
            ("Tambahkan tanda kutip yang sama di akhir teks.", "Add the same quote at the end of the text."),
        )
    } else if words.contains("trailing content") {
        (
            ("Ada teks sesudah tanda kutip penutup.", "There is text after the closing quote."),
            (
                "Apit seluruh teks; kutip di dalamnya ditulis `\\\"`, atau pakai kutip tunggal di luar.",
                "Quote the whole text; quotes inside are written `\\\"`, or use single quotes outside.",
            ),
        )
    } else if words.contains("escape") || words.contains("hexadecimal") || words.contains("surrogate") {
        (
            (
                "Garis miring terbalik ini tidak berarti apa-apa di dalam kutip ganda.",
                "This backslash means nothing inside double quotes.",
            ),
            ("Tulis `\\\\`, atau pakai kutip tunggal.", "Write `\\\\`, or use single quotes."),
        )
    } else if words.contains("bracket") || words.contains("flow") || words.contains("illegal placement") {
        (
            (
                "Kurung pada daftar atau kelompok ini tidak berpasangan.",
                "The brackets of this list or group do not pair up.",
            ),
            (
                "Tutup `[` dengan `]` dan `{` dengan `}`, dengan koma di antara isinya.",
                "Close `[` with `]` and `{` with `}`, with commas between.",
            ),
        )
    } else if words.contains("unexpected character") && here.is_some_and(|c| "@`%".contains(c)) {
        (
            (
                "Teks tidak boleh diawali tanda ini tanpa tanda kutip.",
                "A text must not start with this sign without quotes.",
            ),
            ("Apit teksnya dengan tanda kutip.", "Put the text in quotes."),
        )
    } else if words.contains("unexpected character") {
        (
            ("Tanda ini tidak boleh ada dalam berkas.", "This sign must not be in the file."),
            ("Hapus tanda itu.", "Remove it."),
        )
    } else if words.contains("simple key") {
        no_colon()
    } else if words.contains("expected key") || words.contains("indicator") || words.contains("ndentation") {
        (indent, indent_repair)
    } else if words.contains("entries are not allowed") || words.contains("'-'") || words.contains("\"-\"") {
        (
            ("Butir daftar dengan `-` tidak boleh berada di sini.", "A list item with `-` cannot stand here."),
            ("Mulai daftar di baris baru, atau tulis [a, b].", "Start the list on a new line, or write [a, b]."),
        )
    } else {
        (
            ("Berkas tidak dapat dibaca mulai dari sini.", "The file cannot be read from here on."),
            (
                "Periksa tanda kutip, kurung, titik dua dan jorokan di baris ini dan di atasnya.",
                "Check quotes, brackets, colons and indentation on this line and the one above.",
            ),
        )
    }
}

/// A line that should have been a field.
pub fn no_colon() -> (Pair, Pair) {
    (
        ("Baris ini tidak berisi nama isian dengan titik dua.", "This line holds no field name with a colon."),
        ("Tulis `nama: nilai`, dengan spasi sesudah titik dua.", "Write `name: value`, with a blank after the colon."),
    )
}
