use crate::error::Failure;
pub(crate) async fn get() -> Failure {
    Failure::NotFound
}
