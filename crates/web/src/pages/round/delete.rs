use crate::error::Failure;
pub(crate) async fn get() -> Failure {
    Failure::NotFound
}
pub(crate) async fn post() -> Failure {
    Failure::NotFound
}
