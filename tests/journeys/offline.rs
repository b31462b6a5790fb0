use crate::steps::reference_worksheet;
use std::fs;

/// The journeys run where there is no interface but loopback; this one makes sure of it.
#[tokio::test]
async fn everything_works_where_there_is_no_network() {
    let interfaces = fs::read_to_string("/proc/self/net/dev").expect("Linux lists its interfaces");
    let names: Vec<_> = interfaces
        .lines()
        .skip(2)
        .filter_map(|line| line.split(':').next())
        .map(str::trim)
        .collect();
    assert_eq!(names, ["lo"], "run the journeys through make e2e");
    reference_worksheet().await.close().await;
}
