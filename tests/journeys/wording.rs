use crate::steps::SCORES;
use crate::steps::reference_worksheet;

#[tokio::test]
async fn an_organisation_words_a_level_its_own_way_and_older_scores_keep_their_words() {
    let window = reference_worksheet().await;
    window.click_cell(1, SCORES[0]).await;
    window.presses("F4").await;
    window.control("Close the panel").await;
    window.sees("Always alike: high volume, runs from a template").await;

    window.presses("ctrl+k").await;
    window.types("Word the dimensions").await;
    window.presses("Enter").await;
    window.sees("How the dimensions are worded").await;
    window.click("What a 5 means").await;
    window.presses("ctrl+a").await;
    window.types("Same as last week").await;
    window.click("Use these words").await;
    window.control("Go back to Trilane").await;
    window.presses("Escape").await;
    window.sees_no("How the dimensions are worded").await;

    window.sees("Same as last week").await;
    window.sees("Scored when this level read").await;
    window.presses("ctrl+z").await;
    window.sees_no("Scored when this level read").await;
    window.close().await;
}
