pub(crate) async fn about() -> crate::error::Failure { crate::error::Failure::NotFound }
pub(crate) async fn privacy() -> crate::error::Failure { crate::error::Failure::NotFound }
pub(crate) async fn cookies() -> crate::error::Failure { crate::error::Failure::NotFound }
pub(crate) async fn accessibility() -> crate::error::Failure { crate::error::Failure::NotFound }
pub(crate) async fn contact() -> crate::error::Failure { crate::error::Failure::NotFound }
