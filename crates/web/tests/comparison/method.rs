//! How the comparison is made.

use domain::comparison::Group;
use domain::text::Lang;

use super::world::shared;

#[tokio::test]
async fn every_group_is_named_and_the_example_has_every_verdict() {
    let app = shared().await;
    let page = app.get("/om/metod/jamforelse").await;
    page.assert_sound("sv");
    let english = page.attr("header a[hreflang]", "href");
    let english = app.get(&english).await;
    english.assert_sound("en");
    for group in Group::all() {
        assert!(page.says(&group.name(Lang::Sv)), "{group}");
        assert!(english.says(&group.name(Lang::En)), "{group}");
    }
    let verdicts = page.texts("table:nth-of-type(2) tbody td:last-child");
    assert_eq!(
        verdicts,
        [
            "Ni ligger över",
            "Går inte att skilja från gruppen",
            "Går inte att skilja från gruppen",
            "Ni ligger under",
        ]
    );
    assert!(
        app.get("/om/metod")
            .await
            .links()
            .contains("/om/metod/jamforelse")
    );
}
