//! Plans as files.

use engine::documents::Paper;
use engine::documents::rollout::Sheet;
use engine::rollout::PlanFormat;
use serde::Deserialize;
use specta::Type;

/// The kinds of file that a plan can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanFormatKey {
    Ics,
    PdfA4,
    PdfA3,
    Svg,
    Markdown,
    PeopleA4,
    PeopleLetter,
}

impl From<PlanFormatKey> for PlanFormat {
    fn from(key: PlanFormatKey) -> Self {
        match key {
            PlanFormatKey::Ics => Self::Calendar,
            PlanFormatKey::PdfA4 => Self::TimelinePdf(Sheet::A4),
            PlanFormatKey::PdfA3 => Self::TimelinePdf(Sheet::A3),
            PlanFormatKey::Svg => Self::TimelineSvg,
            PlanFormatKey::Markdown => Self::Markdown,
            PlanFormatKey::PeopleA4 => Self::People(Paper::A4),
            PlanFormatKey::PeopleLetter => Self::People(Paper::Letter),
        }
    }
}
