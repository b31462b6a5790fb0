//! The timeline and the page of objections, read back by another library.

use documents::Paper;
use documents::rollout::{Sheet, people_pdf, timeline_pdf, timeline_svg};
use domain::rollout::{Activity, ActivityId, ObjectionField, Phase};
use lopdf::{Document, Object};

use crate::plans::{Kept, kept, of, uuid};

const CODE: &str = "#eval(\"1+1\") *b* $x$ <script>alert(1)</script> &amp;";

fn text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document
        .extract_text(&pages)
        .expect("it has text")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn timeline(kept: &Kept, sheet: Sheet) -> Document {
    let bytes = timeline_pdf(&kept.told(), sheet).expect("it is typeset");
    Document::load_mem(&bytes).expect("it is a PDF")
}

fn people(kept: &Kept, paper: Paper) -> Document {
    let bytes = people_pdf(&kept.told(), paper).expect("it is typeset");
    Document::load_mem(&bytes).expect("it is a PDF")
}

fn size(document: &Document) -> (i64, i64) {
    let page = document.get_pages()[&1];
    let page = document.get_dictionary(page).expect("a page");
    let corners = page.get(b"MediaBox").and_then(Object::as_array).expect("it has a size");
    let number = |at: usize| corners[at].as_float().map(f32::round);
    let whole = |at| number(at).map_or(0, |it| format!("{it:.0}").parse().unwrap_or(0));
    (whole(2), whole(3))
}

#[test]
fn a_timeline_is_a_tagged_page_on_its_long_side() {
    let kept = kept();
    for (sheet, expected) in [(Sheet::A4, (842, 595)), (Sheet::A3, (1191, 842))] {
        let document = timeline(&kept, sheet);
        assert_eq!(document.get_pages().len(), 1);
        assert_eq!(size(&document), expected);
        let catalog = document.catalog().expect("a PDF has a catalog");
        assert!(catalog.has(b"StructTreeRoot"));
        let text = text(&document);
        for words in [
            "Enquiries",
            "Build the pipeline",
            "2026-11-30",
            "Running",
            "Done",
            "Gate: 0 of",
            "November 2026",
            "Audit of the privacy map",
            "Launch (people look below 90 %)",
            "Q3 plan, made on 2 December 2026 with Trilane 0.1.0.",
            "Head of the audit trail: 3f2a9c0d4e5b6a7f8091.",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
}

#[test]
fn a_long_plan_goes_on_on_the_next_page_with_its_header() {
    let mut plan = kept().plan;
    for number in 0..120 {
        let id = ActivityId::new(uuid(1_000 + number));
        plan.activities.push(Activity::new(id, Phase::Expand, format!("Step {number}"), 3));
    }
    let document = timeline(&of(plan), Sheet::A4);
    let pages = document.get_pages().len();
    assert!((4..=8).contains(&pages), "{pages} pages");
    let text = text(&document);
    assert_eq!(text.matches("Standing").count(), pages);
    assert!(text.contains("Step 119"));
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let kept = kept();
    let made = || timeline_pdf(&kept.told(), Sheet::A4).expect("it is typeset");
    assert!(made() == made());
    assert_eq!(timeline_svg(&kept.told()), timeline_svg(&kept.told()));
}

#[test]
fn the_picture_is_one_well_formed_file_without_scripts_or_links() {
    let mut plan = kept().plan;
    plan.name = CODE.into();
    plan.activities[0].name = CODE.into();
    let picture = timeline_svg(&of(plan).told()).expect("it is typeset");
    assert!(picture.starts_with("<svg "), "{}", &picture[..200]);
    let title = "<title>#eval(\"1+1\") *b* $x$ &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;: timeline</title>";
    assert!(picture.contains(title), "{}", &picture[..600]);
    assert!(
        !picture.contains("<script") && !picture.contains("<a ") && !picture.contains("<image")
    );
    for reference in picture.split("href=\"").skip(1) {
        assert!(reference.starts_with('#'), "{}", &reference[..20.min(reference.len())]);
    }
}

#[test]
fn code_of_the_typesetter_is_text_like_any_other() {
    let mut plan = kept().plan;
    plan.activities[0].name = CODE.into();
    plan.activities[0].owner = "#panic()".into();
    plan.name = "= *x*".into();
    plan.windows[0].1.name = "#import \"x\"".into();
    plan.objections[0].put(ObjectionField::Objection, CODE.into());
    let kept = of(plan);
    let text_of = text(&timeline(&kept, Sheet::A3)).replace('\u{200B}', "");
    for words in ["#eval(\"1+1\")", "#panic()", "= *x*", "#import \"x\""] {
        assert!(text_of.contains(words), "{words} in {text_of}");
    }
    assert!(text(&people(&kept, Paper::A4)).contains("#eval(\"1+1\") *b* $x$"));
}

#[test]
fn the_objections_stand_on_one_page_and_a_long_register_loses_nothing() {
    for paper in Paper::ALL {
        let document = people(&kept(), paper);
        assert_eq!(document.get_pages().len(), 1);
        let text = text(&document);
        for words in [
            "This will cost us our jobs.",
            "Raised by Enquiry desk",
            "Jonas Weber",
            "To overseeing",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
    let mut plan = kept().plan;
    let usual = plan.objections.clone();
    plan.objections = usual.iter().cycle().take(30).cloned().collect();
    plan.objections[29].put(ObjectionField::Answer, "The last answer.".into());
    let document = people(&of(plan), Paper::A4);
    assert!(document.get_pages().len() > 1);
    assert!(text(&document).contains("The last answer."));
}

#[test]
fn a_plan_with_nothing_in_it_is_a_page_too() {
    let mut plan = kept().plan;
    plan.activities.clear();
    plan.objections.clear();
    plan.windows.clear();
    let kept = of(plan);
    assert_eq!(timeline(&kept, Sheet::A4).get_pages().len(), 1);
    assert!(text(&people(&kept, Paper::A4)).contains("Nobody has objected yet"));
}
