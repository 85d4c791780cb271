//! Workshops: the view on the shared screen, the view on phones, and how both follow along.

pub(crate) mod events;
pub(crate) mod phone;
pub(crate) mod screen;
