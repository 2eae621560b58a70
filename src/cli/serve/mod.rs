//! Articles pasted or dropped on a page of this computer in, their claims and contradictions on the same page out.
//!
//! The page listens on the loopback address only. Its address holds a token that opens it once: whoever opens it gets a
//! cookie, and nobody else gets in. A request under another host's name is refused, so that no web page elsewhere can
//! reach it by a name that points here.

mod guard;
mod session;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{Html, IntoResponse, Json, Response};
use axum::routing::{get, post};
use clap::Args;
use serde::{Deserialize, Serialize};
use trialwire::pipeline::Reader;
use trialwire::report::html;

use crate::lexicon;
use guard::Guard;
use session::Session;

/// Largest file that is taken.
const MOST_BODY_BYTES: usize = 32 << 20;

pub const EXAMPLES: &str = "\
Examples:
  trialwire serve
  trialwire serve --port 8080

Prints the address of the page, which works once and on this computer only. Articles are kept in
memory until Ctrl-C; nothing is sent anywhere.";

#[derive(Args)]
pub struct ServeArgs {
    /// Port to listen on; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub port: u16,
    /// Read articles that are not in English, too
    #[arg(long)]
    pub any_language: bool,
    /// Folder with lexicon files that add to those of the program; may be given several times
    #[arg(long, value_name = "DIR")]
    pub lexicons: Vec<std::path::PathBuf>,
}

type Shared = Arc<Mutex<Session>>;

/// Serves until it is interrupted.
pub fn run(args: &ServeArgs) -> Result<ExitCode> {
    let reader = Reader::new(lexicon::load(&args.lexicons)?);
    let session = Session::new(reader, args.any_language);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(serve(args.port, session))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(port: u16, session: Session) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let advice = || format!("cannot listen on {address}: choose another --port");
    let listener = tokio::net::TcpListener::bind(address).await.with_context(advice)?;
    let guard = Arc::new(Guard::new(listener.local_addr()?.port())?);
    println!("{}", guard.address());
    crate::console::tell("Open this address in a browser on this computer; it works once. Ctrl-C ends it.");
    axum::serve(listener, router(session, guard)).await?;
    Ok(())
}

fn router(session: Session, guard: Arc<Guard>) -> Router {
    Router::new()
        .route("/", get(page))
        .route("/articles", post(articles))
        .route("/clear", post(clear))
        .route("/report", get(report))
        .with_state(Arc::new(Mutex::new(session)))
        .layer(DefaultBodyLimit::max(MOST_BODY_BYTES))
        .layer(from_fn(guard::headers))
        .layer(from_fn_with_state(guard, guard::check))
}

async fn page(State(session): State<Shared>) -> Result<Html<String>, Failed> {
    let fragment = locked(&session, |session| session.fragment(None))?;
    Ok(Html(html::live_page(&fragment)?))
}

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: String,
}

/// What came of it, and the part of the page that changes.
#[derive(Serialize)]
struct Answer {
    message: String,
    html: String,
}

async fn articles(
    State(session): State<Shared>,
    Query(named): Query<Named>,
    body: Bytes,
) -> Result<Json<Answer>, Failed> {
    locked(&session, |session| {
        let (message, newest) = session.read(&named.name, &body)?;
        Ok(Json(Answer { message, html: session.fragment(newest.as_deref())? }))
    })
}

async fn clear(State(session): State<Shared>) -> Result<Json<Answer>, Failed> {
    locked(&session, |session| {
        session.clear();
        Ok(Json(Answer { message: String::new(), html: session.fragment(None)? }))
    })
}

async fn report(State(session): State<Shared>) -> Result<Response, Failed> {
    let page = locked(&session, |session| session.report())?;
    let attachment = (header::CONTENT_DISPOSITION, "attachment; filename=\"trialwire-report.html\"");
    Ok(([attachment], Html(page)).into_response())
}

/// One request at a time works on the session.
fn locked<T>(session: &Shared, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T, Failed> {
    let mut session = session.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(work(&mut session)?)
}

/// A failure as an answer: what went wrong, in words.
struct Failed(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for Failed {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, format!("{:#}", self.0)).into_response()
    }
}
