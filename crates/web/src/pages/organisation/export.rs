//! Take out everything the organisation has.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use l10n::iso_day;
use report::archive;
use service::organisations::export;

use super::reading;
use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "organisation/export.html")]
struct ExportPage<'a> {
    layout: Layout<'a>,
    file: String,
    home: String,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&ExportPage {
        file: cx.to(Page::ExportFile, &[]),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}

pub(crate) async fn file(cx: OrgCx) -> Result<Response, Failure> {
    let app = cx.cx.app();
    let files = export::export(app, cx.session.person, &cx.organisation)
        .await
        .map_err(reading)?;
    let t = cx.cx.texts();
    let about = match app.demo {
        Some(_) => format!(
            "{}. {}\n\n{}",
            t.demo_label(),
            t.demo_bar(),
            t.export_readme()
        ),
        None => t.export_readme(),
    };
    let readme = [("LAS-MIG.txt", about.as_bytes())];
    let files = files
        .iter()
        .map(|file| (file.path.as_str(), &file.bytes[..]));
    let bytes = archive::pack(readme.into_iter().chain(files)).map_err(|error| {
        tracing::error!(%error, "an export could not be packed");
        Failure::Internal
    })?;
    let name = format!(
        "strategikollen-{}-{}.zip",
        cx.organisation.public_id,
        iso_day(app.now())
    );
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}
