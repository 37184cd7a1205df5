//! As much of HTTP as a preview needs: `GET`, one request a connection, one thread a connection.

use std::{
    io::{self, BufWriter, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread,
    time::Duration,
};

/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;

/// How long a browser may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The media type.
    pub media_type: &'static str,
    /// The body.
    pub body: Vec<u8>,
}

/// Answers in the background, for as long as the process runs, and returns the address that it got.
///
/// `answer` is given the target of each request: path and query, as they came.
///
/// # Errors
/// When the address is taken.
pub fn serve(
    address: SocketAddr,
    answer: impl Fn(&str) -> Answer + Send + Sync + 'static,
) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(address)
        .map_err(|error| io::Error::other(format!("cannot listen at {address}: {error}")))?;
    let bound = listener.local_addr()?;
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            // A browser that has left does not need its answer.
            thread::spawn(move || exchange(stream, answer.as_ref()).ok());
        }
    });
    Ok(bound)
}

fn exchange(mut stream: TcpStream, answer: &impl Fn(&str) -> Answer) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let Some((method, target)) = read_request(&mut stream)? else {
        return respond(&stream, &plain(400, "bad request"), true);
    };
    match method.as_str() {
        "GET" => respond(&stream, &answer(&target), true),
        "HEAD" => respond(&stream, &answer(&target), false),
        _ => respond(&stream, &plain(405, "only GET"), true),
    }
}

/// The method and the target; `None` for what is no request.
fn read_request(stream: &mut TcpStream) -> io::Result<Option<(String, String)>> {
    let mut head = Vec::new();
    let mut part = [0; 2048];
    while head.len() < LONGEST_HEAD {
        let count = stream.read(&mut part)?;
        head.extend(part.iter().take(count));
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&head) {
            Ok(httparse::Status::Complete(_)) => {
                let (method, target) = (request.method, request.path);
                return Ok(method.zip(target).map(|(it, path)| (it.to_owned(), path.to_owned())));
            }
            Ok(httparse::Status::Partial) if count > 0 => {}
            _ => break,
        }
    }
    Ok(None)
}

fn respond(stream: &TcpStream, answer: &Answer, with_body: bool) -> io::Result<()> {
    let Answer { status, media_type, body } = answer;
    let length = body.len();
    let mut out = BufWriter::new(stream);
    write!(
        out,
        "HTTP/1.1 {status} \r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    if with_body {
        out.write_all(body)?;
    }
    out.flush()
}

fn plain(status: u16, words: &str) -> Answer {
    Answer { status, media_type: "text/plain; charset=utf-8", body: words.as_bytes().to_vec() }
}

/// The media type of a file, by its ending.
#[must_use]
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("gif") => "image/gif",
        Some("xml") => "application/xml",
        _ => "text/plain; charset=utf-8",
    }
}
