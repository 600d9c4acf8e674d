//! Writes the nodes of a narrative as HTML.
//!
//! `writer` walks the nodes; `blocks` and `inline` write what needs more than a pair of tags, `raw` the HTML of the
//! narrative; `footnotes` gathers the notes and puts them at the end. No attribute is ever copied from the narrative but addresses,
//! titles and ids.

mod blocks;
mod footnotes;
mod inline;
mod raw;
mod writer;

use super::bindings::Masked;
use super::outline::outline;
use super::{Rendered, Resolver, document};
use footnotes::Footnotes;
use writer::Writer;

/// Renders a Markdown text. `top_level` is the level that a level-1 heading gets (2 below a page title);
/// the levels of [`Rendered::headings`] are those of the HTML.
pub fn render(markdown: &str, top_level: u8, resolver: &dyn Resolver) -> Rendered {
    let masked = Masked::new(markdown);
    let document = document::read(&masked);
    let outline = outline(&document);
    let notes = Footnotes::new(&document.nodes, outline.ids);
    let mut writer = Writer::new(&document, outline.headings, notes, top_level, resolver);
    writer.body();
    writer.footnotes();
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::text::markdown::{Resolver, Target};

    struct Site;

    impl Resolver for Site {
        fn binding(&self, key: &str, block: bool) -> Option<Target> {
            let link = |href: &str, text: &str, lang: Option<&str>| {
                Some(Target::Link { href: href.into(), text: text.into(), lang: lang.map(String::from) })
            };
            match (key, block) {
                ("papua", true) => Some(Target::Block("<figure>Papua</figure>".into())),
                ("papua", false) => link("../wilayah/papua/", "Papua & \"Timur\"", None),
                ("papua#people_sent", _) => link("../wilayah/papua/#people_sent", "1.234", None),
                ("gorky", _) => link("../g/", "Góra", Some("pl")),
                ("evil", _) => link("javascript:alert(1)", "jahat", None),
                ("s001", _) => Some(Target::Text("Siaran <pers>".into())),
                _ => None,
            }
        }

        fn address(&self, address: &str) -> Option<String> {
            match address {
                "draf.md" => None,
                "jahat.md" => Some("data:text/html,x".into()),
                "metode.md" => Some("../metode/".into()),
                other => Some(other.into()),
            }
        }

        fn word(&self, key: &str) -> String {
            format!("<{key}>")
        }
    }

    fn html(markdown: &str) -> String {
        render(markdown, 2, &Site).html
    }

    #[test]
    fn bindings_become_what_they_lead_to() {
        let link = "<a href=\"../wilayah/papua/\">";
        for (markdown, expected) in [
            ("Ke [[papua]].", format!("<p>Ke {link}Papua &amp; \"Timur\"</a>.</p>\n")),
            ("[[papua|*tanah* <air>]]", format!("<p>{link}<em>tanah</em> &lt;air&gt;</a></p>\n")),
            ("[[s001|**dua** \\* ~~x~~]]", "<p><strong>dua</strong> * <del>x</del></p>\n".into()),
            (
                "> [[papua|satu\n> dua]], tiga",
                format!("<blockquote>\n<p>{link}satu dua</a>, tiga</p>\n</blockquote>\n"),
            ),
            ("[[papua#people_sent]] 🧑‍🎓", "<p><a href=\"../wilayah/papua/#people_sent\">1.234</a> 🧑‍🎓</p>\n".into()),
            (
                "[[gorky]] [[gorky|itu]]",
                "<p><a href=\"../g/\" lang=\"pl\">Góra</a> <a href=\"../g/\">itu</a></p>\n".into(),
            ),
            ("[[s001]] [[s001|pers]]", "<p>Siaran &lt;pers&gt; pers</p>\n".into()),
            ("[[papua#people_sent|lima]]", "<p><a href=\"../wilayah/papua/#people_sent\">1.234</a></p>\n".into()),
            ("[[tiada]] [[evil]]", "<p>tiada jahat</p>\n".into()),
            ("[lihat [[papua]]](/x)", "<p><a href=\"/x\">lihat Papua &amp; \"Timur\"</a></p>\n".into()),
            ("`[[papua]]` \\[[papua]]", "<p><code>[[papua]]</code> [[papua]]</p>\n".into()),
            ("```\n[[papua|a\nb]]\n```", "<pre><code>[[papua|a\nb]]\n</code></pre>\n".into()),
            (
                "![peta [[papua]]](p.png)",
                "<p><img src=\"p.png\" alt=\"peta Papua &amp; &quot;Timur&quot;\" loading=\"lazy\"></p>\n".into(),
            ),
        ] {
            assert_eq!(html(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn blocks_leave_their_paragraphs() {
        let block = "<figure>Papua</figure>\n";
        for (markdown, expected) in [
            ("![[papua]]", block.to_owned()),
            ("satu\n![[papua]]\ndua *tiga*", format!("<p>satu</p>\n{block}<p>dua <em>tiga</em></p>\n")),
            ("![[papua]]\n![[papua]]", format!("{block}{block}")),
            ("- satu\n  ![[papua]]", format!("<ul>\n<li>satu{block}</li>\n</ul>\n")),
            ("![[s001]]", "<p>Siaran &lt;pers&gt;</p>\n".into()),
            ("kata ![[papua]]", "<p>kata <a href=\"../wilayah/papua/\">Papua &amp; \"Timur\"</a></p>\n".into()),
        ] {
            assert_eq!(html(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn links_and_pictures_go_where_the_site_says() {
        for (markdown, expected) in [
            ("[m](metode.md \"a 'b'\")", "<p><a href=\"../metode/\" title=\"a &#39;b&#39;\">m</a></p>\n"),
            ("[d](draf.md) ![d](draf.md)", "<p>d d</p>\n"),
            ("[x](javascript:a) ![y](data:x) [z](jahat.md)", "<p>x y z</p>\n"),
            ("[x](JaVa&#x0A;script:a) <vbscript:x>", "<p>x vbscript:x</p>\n"),
            ("<a@go.id>", "<p><a href=\"mailto:a@go.id\">a@go.id</a></p>\n"),
            (
                "![a **b**\nc](<d e.png> \"t\")",
                "<figure><img src=\"d%20e.png\" alt=\"a b c\" loading=\"lazy\">\n<figcaption>t</figcaption></figure>\n",
            ),
            ("[![a](b.png)](c)", "<p><a href=\"c\"><img src=\"b.png\" alt=\"a\" loading=\"lazy\"></a></p>\n"),
        ] {
            assert_eq!(html(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn raw_html_is_text_but_for_a_few_tags() {
        for (markdown, expected) in [
            ("H<sub>2</sub>O<br>x", "<p>H<sub>2</sub>O<br>x</p>\n"),
            (
                "<abbr title='A &amp; \"B\"' style=x>ASN</abbr>",
                "<p><abbr title=\"A &amp; &quot;B&quot;\">ASN</abbr></p>\n",
            ),
            ("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"),
            ("a <kbd>b", "<p>a &lt;kbd&gt;b</p>\n"),
            ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
            ("<div>A &amp; B & C</div>", "<p>&lt;div&gt;A &amp; B &amp; C&lt;/div&gt;</p>\n"),
            (
                "<details open class=x>\n<summary>Judul</summary>\n\n*isi*\n\n</details>",
                "<details open>\n<summary>Judul</summary>\n<p><em>isi</em></p>\n</details>",
            ),
            ("<details>\n\nisi", "<p>&lt;details&gt;\n</p>\n<p>isi</p>\n"),
        ] {
            assert_eq!(html(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn tables_carry_classes_not_styles() {
        let expected = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"&lt;table_scrolls&gt;\"><table>\n<thead><tr><th scope=\"col\">Kota</th><th scope=\"col\" class=\"right\">Orang</th>\
            <th scope=\"col\" class=\"center\">C</th></tr></thead>\n<tbody>\n<tr><td><a href=\"../wilayah/papua/\">P</a></td>\
            <td class=\"right\">5</td><td class=\"center\"></td></tr>\n</tbody>\n</table></div>\n";
        assert_eq!(html("Kota|Orang|C\n:--|--:|:-:\n[[papua\\|P]]|5|"), expected);
        assert!(html("|a|\n|-|").ends_with("</thead>\n</table></div>\n"));
    }

    #[test]
    fn headings_are_shifted_and_listed() {
        let rendered = render("# Satu\n\n###### Enam [[papua#people_sent]]\n\n## Satu {#dua}", 2, &Site);
        assert_eq!(
            rendered.html,
            "<h2 id=\"satu\">Satu</h2>\n<h6 id=\"enam-papua-people-sent\">Enam <a href=\"../wilayah/papua/#people_sent\">1.234</a></h6>\n<h3 id=\"dua\">Satu</h3>\n"
        );
        let listed: Vec<_> = rendered.headings.iter().map(|it| (it.level, it.text.as_str(), it.id.as_str())).collect();
        assert_eq!(listed, [(2, "Satu", "satu"), (6, "Enam 1.234", "enam-papua-people-sent"), (3, "Satu", "dua")]);
    }

    #[test]
    fn footnotes_are_numbered_by_their_first_reference() {
        let markdown = "a[^z] b[^1] c[^z]\n\n[^1]: satu[^x]\n[^z]: dua\n[^x]: tiga\n[^tak]: empat\n\n# fn z";
        let back = |id: &str, n: &str| {
            format!(
                " <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#{id}\" aria-label=\"&lt;footnote_back&gt; {n}\">↩\u{FE0E}</a>"
            )
        };
        let reference = |note: &str, id: &str, n: u8| {
            format!("<sup class=\"footnote-ref\"><a role=\"doc-noteref\" href=\"#{note}\" id=\"{id}\">{n}</a></sup>")
        };
        let expected = format!(
            "<p>a{} b{} c{}</p>\n<h2 id=\"fn-z\">fn z</h2>\n\
             <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"&lt;footnotes&gt;\">\n<ol>\n\
             <li id=\"fn-z-2\"><p>dua{}{}</p>\n</li>\n<li id=\"fn-1\"><p>satu{}{}</p>\n</li>\n\
             <li id=\"fn-x\"><p>tiga{}</p>\n</li>\n<li id=\"fn-tak\"><p>empat</p>\n</li>\n</ol>\n</section>\n",
            reference("fn-z-2", "fnref-z", 1),
            reference("fn-1", "fnref-1", 2),
            reference("fn-z-2", "fnref-z-2", 1),
            back("fnref-z", "1"),
            back("fnref-z-2", "1-2"),
            reference("fn-x", "fnref-x", 3),
            back("fnref-1", "2"),
            back("fnref-x", "3"),
        );
        assert_eq!(html(markdown), expected);
    }

    #[test]
    fn the_rest_of_markdown_is_plain_html() {
        for (markdown, expected) in [
            (
                "- [x] a\n- [ ] b",
                "<ul>\n<li><input type=\"checkbox\" disabled checked aria-label=\"&lt;task_done&gt;\"> a</li>\n\
                 <li><input type=\"checkbox\" disabled aria-label=\"&lt;task_open&gt;\"> b</li>\n</ul>\n",
            ),
            (
                "> [!WARNING]\n> Awas *ini*",
                "<div class=\"alert warning\">\n<p class=\"alert-title\">&lt;alert_warning&gt;</p>\n<p>Awas <em>ini</em></p>\n</div>\n",
            ),
            ("> kutipan", "<blockquote>\n<p>kutipan</p>\n</blockquote>\n"),
            ("Istilah\n: arti", "<dl>\n<dt>Istilah</dt>\n<dd>arti</dd>\n</dl>\n"),
            (
                "3. c\n4. d\n\n~~x~~  \n**y**\n\n---",
                "<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>\n<p><del>x</del><br>\n<strong>y</strong></p>\n<hr>\n",
            ),
            ("```a\"b c\n<x>\n```", "<pre><code class=\"language-a&quot;b\">&lt;x&gt;\n</code></pre>\n"),
            ("&lt;b&gt; \"q\" &copy;", "<p>&lt;b&gt; \"q\" ©</p>\n"),
        ] {
            assert_eq!(html(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn words_are_those_that_are_read() {
        for (markdown, words) in [
            ("pe*nem*patan [[papua#people_sent]] orang – ke-3", 4),
            ("# Judul\nsatu\ndua[^1]\n\n[^1]: tiga", 4),
            ("|a|b|\n|-|-|\n|c|d|", 4),
            ("مدينة 🏙 kota", 2),
            ("![[papua]]", 0),
        ] {
            assert_eq!(render(markdown, 2, &Site).words, words, "{markdown}");
        }
    }
}
