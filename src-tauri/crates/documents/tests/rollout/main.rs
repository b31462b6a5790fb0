//! A plan as files, each read back by something that did not write it.

mod calendar;
mod markdown;
mod pages;
mod plans;
