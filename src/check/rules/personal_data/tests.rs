//! What is found, what passes, and what holds for any text. All numbers are invented.

use super::{check_name, check_text, find, mask};
use crate::diag::{Code, FileId, Report, Severity};
use proptest::prelude::*;

/// A code, a text, and the part of it that is personal.
const CAUGHT: &[(Code, &str, &str)] = &[
    (Code::P002, "NIK 3573011705900001", "3573011705900001"),
    (Code::P002, "NIK: 3573015705900001, perempuan", "3573015705900001"),
    (Code::P002, "nik_3573011705900001.pdf", "3573011705900001"),
    (Code::P002, "KTP3573011705900001", "3573011705900001"),
    (Code::P002, "KK 9471012902960012", "9471012902960012"),
    (Code::P002, "357301 170590 0001", "357301 170590 0001"),
    (Code::P002, "357301.170590.0001", "357301.170590.0001"),
    (Code::P002, "357301-170590-0001", "357301-170590-0001"),
    (Code::P002, "3573 0117 0590 0001", "3573 0117 0590 0001"),
    (Code::P002, "35.73.01.170590.0001", "35.73.01.170590.0001"),
    (Code::P002, "35 73 01 17 05 90 0001", "35 73 01 17 05 90 0001"),
    (Code::P002, "357301170590-0001", "357301170590-0001"),
    (Code::P002, "357301\u{a0}170590\u{2011}0001", "357301\u{a0}170590\u{2011}0001"),
    (Code::P002, "Siti,3573015705900001,Malang", "3573015705900001"),
    (Code::P002, "scan-2024-3573011705900001-2.jpg", "3573011705900001"),
    (Code::P002, "https://data.malangkota.go.id/?nik=3573011705900001", "3573011705900001"),
    (Code::P002, "  note: ditulis 357301\n    170590 0001 di sini", "357301\n    170590 0001"),
    (Code::P003, "NIP 19860926 201505 1 001", "19860926 201505 1 001"),
    (Code::P003, "NIP. 198609262015051001", "198609262015051001"),
    (Code::P003, "19860926 201505 1001", "19860926 201505 1001"),
    (Code::P003, "1986 09 26 2015 05 2 001", "1986 09 26 2015 05 2 001"),
    (Code::P003, "19860926.201505.1.001", "19860926.201505.1.001"),
    (Code::P003, "NIP 19860926\n  201505 1 001", "19860926\n  201505 1 001"),
    (Code::P003, "SK_198609262015051001_final.pdf", "198609262015051001"),
    (Code::P003, "https://bkpsdm.papua.go.id/uploads/198609262015051001.pdf", "198609262015051001"),
    (Code::P003, "NI PPPK 19920101 2023 21 2 014", "19920101 2023 21 2 014"),
    (Code::P003, "199201012023212014", "199201012023212014"),
    (Code::P003, "NIP 131456789", "131456789"),
    (Code::P003, "nip_lama: \"131456789\"", "131456789"),
    (Code::P003, "| NIP lama | 131 456 789 |", "131 456 789"),
    (Code::P004, "HP 081234567890", "081234567890"),
    (Code::P004, "WA 0812-3456-7890", "0812-3456-7890"),
    (Code::P004, "0812 3456 7890", "0812 3456 7890"),
    (Code::P004, "0812.3456.7890", "0812.3456.7890"),
    (Code::P004, "(0812) 3456-7890", "0812) 3456-7890"),
    (Code::P004, "+6281234567890", "+6281234567890"),
    (Code::P004, "+62 812 3456 7890", "+62 812 3456 7890"),
    (Code::P004, "+62 812 345 678", "+62 812 345 678"),
    (Code::P004, "+62 (0) 812-3456-7890", "+62 (0) 812-3456-7890"),
    (Code::P004, "(+62) 812-3456-7890", "+62) 812-3456-7890"),
    (Code::P004, "6281234567890", "6281234567890"),
    (Code::P004, "62-812-3456-7890", "62-812-3456-7890"),
    (Code::P004, "0062 812 3456 7890", "0062 812 3456 7890"),
    (Code::P004, "006281234567890", "006281234567890"),
    (Code::P004, "https://wa.me/6281234567890", "6281234567890"),
    (Code::P004, "[WA](tel:+6281234567890)", "+6281234567890"),
    (Code::P004, "Budi,https://malangkota.go.id,081234567890", "081234567890"),
    (Code::P004, "cv-081234567890-budi.pdf", "081234567890"),
    (Code::P004, "IMG_20220507_081234567890.jpg", "081234567890"),
    (Code::P004, "wa081234567890", "081234567890"),
    (Code::P004, "0812-3456-7890/0813-1111-222", "0812-3456-7890"),
    (Code::P005, "Jl. Mawar, RT 03/RW 05, Blimbing", "RT 03/RW 05"),
    (Code::P005, "RT.03 RW.05", "RT.03 RW.05"),
    (Code::P005, "rt. 003 / rw. 005", "rt. 003 / rw. 005"),
    (Code::P005, "RT 3, RW 5", "RT 3, RW 5"),
    (Code::P005, "RT/RW: 03/05", "RT/RW: 03/05"),
    (Code::P005, "RT 03/05", "RT 03/05"),
    (Code::P005, "RW 05 RT 03", "RW 05 RT 03"),
    (Code::P005, "TTL: Malang, 7 Mei 1990", "TTL: Malang, 7 Mei 1990"),
    (Code::P005, "TTL Malang 07-05-1990", "TTL Malang 07-05-1990"),
    (Code::P005, "Tempat/tanggal lahir: Jayapura, 7/5/90", "lahir: Jayapura, 7/5/90"),
    (Code::P005, "tempat, tanggal lahir Jayapura, 17 Agustus 1985", "lahir Jayapura, 17 Agustus 1985"),
    (Code::P005, "tanggal_lahir: 1990-05-07", "lahir: 1990-05-07"),
    (Code::P005, "tanggal_lahir:\n  - 1990-05-07", "lahir:\n  - 1990-05-07"),
    (Code::P005, "Ia lahir di Wamena, 3 Maret 1988.", "lahir di Wamena, 3 Maret 1988"),
    (Code::P005, "date of birth: 7 May 1990", "birth: 7 May 1990"),
    (Code::P005, "She was born in Wamena on May 7, 1990", "born in Wamena on May 7, 1990"),
    (Code::P006, "NPWP 01.234.567.8-651.000", "01.234.567.8-651.000"),
    (Code::P006, "01.234.567.8-651.000", "01.234.567.8-651.000"),
    (Code::P006, "NPWP: 012345678651000", "012345678651000"),
    (Code::P006, "NPWP nomor 0012345678651000", "0012345678651000"),
    (Code::P006, "No. Rek 0123456789", "0123456789"),
    (Code::P006, "No. Rek. BRI 0012-01-012345-50-1 a.n. Budi", "0012-01-012345-50-1"),
    (Code::P006, "rekening Bank Papua 1000201123456", "1000201123456"),
    (Code::P006, "norek: 144-00-1234567-8", "144-00-1234567-8"),
    (Code::P006, "1234567890 a.n. Budi", "1234567890"),
    (Code::P006, "a.n. Budi 1234567890", "1234567890"),
    (Code::P007, "tulis ke budi.santoso@gmail.com.", "budi.santoso@gmail.com"),
    (Code::P007, "<mailto:Siti_99@Yahoo.co.id>", "Siti_99@Yahoo.co.id"),
    (Code::P007, "a@ymail.com", "a@ymail.com"),
    (Code::P007, "a+b@proton.me", "a+b@proton.me"),
    (Code::P007, "a@outlook.com", "a@outlook.com"),
];

/// False friends.
const PASSES: &[&str] = &[
    "",
    "-7.9666,112.6326",
    "[112.63261234567891, -7.966612345678901]",
    "112.6326123456789 -7.9666123456789",
    "11.63261705900001",
    "0.3573011705900001",
    "5.1.02.04.01.0003",
    "kode rekening 5.1.02.04.01.0003",
    "kode rekening 5102040100003",
    "rekening belanja 5.1.02.04.01.0003",
    "Rp1.250.000.000,00",
    "saldo rekening Rp1.250.000.000,00",
    "rekening sebesar 150.000.000.000",
    "rekening dibuka 2024-03-01 10:00",
    "Rp 628.123.456.789",
    "628.123.456.789",
    "62 812 345 678 orang",
    "978-602-1234-56-7",
    "9786021234567",
    "a.n. penerbit, ISBN 978-602-1234-56-7",
    "188.45/123/35.73.112/2022",
    "800.1.11/0812/35.73.403/2024",
    "2024-09-09T13:31:00+07:00",
    "20240909133100",
    "2024-03-01 2024-03-05",
    "2001-11-21 2021-07-15 1 001",
    "2022-2023, 2023–2024",
    "1945 1949 1950 1998",
    "08-12-2022 10.30",
    "08.30–10.00 WIB",
    "08.15 - 09.00, 12.30",
    "35.73 35.79 35.07 91.03 94.71",
    "35.73.05.1001 3573051001",
    "blake3: 3573011705900001abcdef3573011705900001abcdef3573011705900001abcd",
    "081234567890abcdef081234567890abcdef081234567890abcdef081234567890",
    "35730117-0590-0001-8123-081234567890",
    "f81d4fae-0812-3456-7890-00a0c91e6bf6",
    "https://www.detik.com/jatim/d-10061148/3573011705900001/081234567890",
    "https://x.id/20240909/133100/ ?p=10061148",
    "www.papua.go.id/081234567890",
    "https://www.facebook.com/posts/3573011705900001",
    "IMG_20220507_081234567.jpg PXL_20220507_085912345.jpg",
    "IMG-20220507-WA0012.jpg 2022-05-07-foto-bersama-0812.jpg",
    "https://orcid.org/0000-0002-1825-0097, ISSN 1234-5678",
    "The programme was born in Jayapura on 7 May 2022",
    "telepon 021-3456789",
    "(0341) 325123 atau 0341-325123",
    "+62 341 325123",
    "0800-1-500-567 0804-1-500-567",
    "a.n. Kepala Dinas, telepon (0341) 325123",
    "3573013205900001",
    "3573011713900001",
    "3573013002900001",
    "3573011705900000",
    "9973011705900001",
    "3500011705900001",
    "35730117059000012",
    "3573-0117-0590-0001-22",
    "198613262015051001",
    "198602302015051001",
    "198609262015053001",
    "198609261999051001",
    "198609262015131001",
    "NIP belum ada, 131456789 orang",
    "131456789",
    "Forum RT/RW",
    "Forum RT/RW 2024",
    "998 RW dan 3 RT",
    "3 RW, tiga RW",
    "RT 03",
    "RW 12 orang",
    "ART 3/5",
    "RT 3/2022",
    "Hari lahir Pancasila, 1 Juni 1945",
    "Tanggal lahir Pancasila 1 Juni 1945",
    "Kota Batu lahir pada 17 Oktober 2001",
    "Nahdlatul Ulama lahir di Surabaya, 31 Januari 1926",
    "Gagasan ini lahir di Malang, 17 Agustus 2023",
    "layanan akta kelahiran, 12 Mei 2024",
    "kunjungan ke TTL, 7 Mei 2024",
    "ttl: 3600",
    "The birthday of Kota Malang, 1 April 1914",
    "isi tempat, tanggal lahir dan alamat",
    "99.999.999",
    "01.234.567.8-651.000.1",
    "bappeda@malangkota.go.id",
    "info@live.kompas.com",
    "dekan@outlook.ub.ac.id",
    "@gmail.com, https://medium.com/@gmail",
    "humas@papua.go.id",
];

#[test]
fn personal_data_is_found_where_it_stands() {
    for (code, text, expected) in CAUGHT {
        let found: Vec<(Code, &str)> = find(text).into_iter().map(|one| (one.code, &text[one.range])).collect();
        assert_eq!(found.first(), Some(&(*code, *expected)), "{text:?}");
    }
}

#[test]
fn false_friends_pass() {
    for text in PASSES {
        assert_eq!(find(text), [], "{text:?}");
    }
}

#[test]
fn several_findings_come_in_order() {
    let text = "Budi (NIK 3573011705900001, HP 0812-3456-7890, budi@gmail.com), RT 01/RW 02";
    let codes: Vec<Code> = find(text).into_iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::P002, Code::P004, Code::P007, Code::P005]);
    assert_eq!(mask(text), "Budi (NIK •••, HP •••, •••), •••");
}

#[test]
fn messages_name_the_kind_and_never_the_value() {
    let mut report = Report::new();
    check_text(FileId(3), 10, "HP 081234567890", &mut report);
    check_name("content/media/081234567890.pdf", &mut report);
    let [text, name] = report.diagnostics() else { panic!("two findings") };
    let span = text.span.expect("a place");
    assert_eq!((span.file, span.start, span.end), (FileId(3), 13, 25));
    assert_eq!(name.path.as_deref(), Some("content/media/•••.pdf"));
    for one in [text, name] {
        assert_eq!((one.code, one.severity, one.masked), (Code::P004, Severity::Error, true));
        assert!(one.label.is_none() && one.notes.len() == 1);
        assert!(one.message.id.contains("nomor telepon seluler") && one.notes[0].id.contains("`allow` untuk P004"));
        assert!(one.message.en.contains("a mobile phone number") && one.notes[0].en.contains("`allow` for P004"));
        assert!(!format!("{one:?}").contains("0812"));
    }
}

/// A quadratic loop would not come to an end here.
#[test]
fn long_hostile_texts_end() {
    let pieces = [
        "1",
        "08",
        "1 ",
        "1.",
        "08123456789/",
        "081234567890,",
        "a@",
        "@gmail.com",
        "7 Mei 1990 ",
        "RT 1/",
        "NIP ",
        "3573011705900001-",
        "rekening ",
        "https://x/",
        "a.n.1234567890",
        "\n 1",
        "lahir 7 Mei 1990",
        "f",
    ];
    for piece in pieces {
        find(&piece.repeat(200_000 / piece.len()));
    }
}

/// Pieces that detectors look for, glued at random.
fn glued() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,20}",
        "[ .,:/()@+_\\n-]{1,3}",
        "\\PC{0,3}",
        proptest::sample::select(CAUGHT).prop_map(|(_, text, _)| text.to_owned()),
        proptest::sample::select(vec![
            "NIP", "TTL", "lahir", "RT", "RW", "rek", "a.n.", "Mei 1990", "é", "\u{a0}", "://"
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn ranges_are_ordered_and_between_characters(text in prop_oneof![any::<String>(), glued()]) {
        let mut end = 0;
        for finding in find(&text) {
            prop_assert!(finding.range.start >= end && finding.range.start < finding.range.end);
            prop_assert!(text.get(finding.range.clone()).is_some());
            end = finding.range.end;
        }
        mask(&text);
    }

    /// What stands far away does not matter: looks back and forward are short.
    #[test]
    fn findings_depend_on_their_surroundings_alone(head in glued(), tail in glued()) {
        let gap = format!("\n{}\n", "x ".repeat(60));
        let together = find(&format!("{head}{gap}{tail}"));
        let shift = head.len() + gap.len();
        let mut apart = find(&head);
        apart.extend(find(&tail).into_iter().map(|mut one| {
            one.range = one.range.start + shift..one.range.end + shift;
            one
        }));
        prop_assert_eq!(together, apart);
    }
}
