//! The kinds of personal data: their codes and their names.

use crate::diag::{Bilingual, Code};

/// What a number or address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// NIK of a person, KK of a family: one form.
    Identity,
    /// NIP of a civil servant.
    Staff,
    /// NI PPPK of a contracted civil servant.
    ContractStaff,
    /// The nine-digit NIP in use until 2008.
    OldStaff,
    /// A mobile number; landlines are offices.
    Phone,
    /// A house by its neighbourhood, RT and RW.
    Home,
    /// A date of birth, with or without its place.
    Birth,
    /// NPWP.
    Tax,
    /// A bank account.
    Account,
    /// An address at a free-mail provider.
    Email,
}

impl Kind {
    pub(super) fn code(self) -> Code {
        match self {
            Self::Identity => Code::P002,
            Self::Staff | Self::ContractStaff | Self::OldStaff => Code::P003,
            Self::Phone => Code::P004,
            Self::Home | Self::Birth => Code::P005,
            Self::Tax | Self::Account => Code::P006,
            Self::Email => Code::P007,
        }
    }

    pub(super) fn what(self) -> Bilingual {
        let (id, en) = match self {
            Self::Identity => (
                "nomor induk kependudukan (NIK) atau kartu keluarga (KK)",
                "an identity (NIK) or family card (KK) number",
            ),
            Self::Staff => ("nomor induk pegawai (NIP)", "a civil servant's staff number (NIP)"),
            Self::ContractStaff => ("nomor induk PPPK", "a contracted civil servant's staff number (NI PPPK)"),
            Self::OldStaff => ("nomor induk pegawai (NIP) lama", "a civil servant's old staff number (NIP)"),
            Self::Phone => ("nomor telepon seluler", "a mobile phone number"),
            Self::Home => ("alamat rumah dengan RT dan RW", "a home address with RT and RW"),
            Self::Birth => ("tempat atau tanggal lahir", "a place or date of birth"),
            Self::Tax => ("nomor pokok wajib pajak (NPWP)", "a taxpayer number (NPWP)"),
            Self::Account => ("nomor rekening", "a bank account number"),
            Self::Email => ("alamat surel pribadi", "a private e-mail address"),
        };
        Bilingual::new(id, en)
    }
}
