//! SQLite's only writer, on a thread of its own. Writes that wait at the same time share one commit,
//! since a commit waits for the disk and nothing else takes long.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;
use std::thread;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tokio::runtime::Handle;
use tokio::sync::{Notify, mpsc, oneshot};

use crate::sqlite::{File, closed};
use crate::store::Work;
use crate::tx::execute;
use crate::{StoreError, Tx};

/// Writes that share a commit at most, so that nobody waits for long.
const SHARING: usize = 64;
/// Writes that wait at most. Each belongs to someone who waits for it.
const WAITING: usize = 1024;

/// Hands writes to the writer.
#[derive(Clone)]
pub(crate) struct Queue {
    jobs: mpsc::Sender<Box<dyn Job>>,
    stop: Arc<Notify>,
}

impl Queue {
    /// Starts the writer. It stops when the last queue is dropped, or on [`Queue::close`].
    pub(crate) fn start(file: File, tx: Tx) -> Result<Self, StoreError> {
        let (jobs, waiting) = mpsc::channel(WAITING);
        let stop = Arc::new(Notify::new());
        let writer = Writer {
            file,
            tx,
            waiting,
            stop: Arc::clone(&stop),
        };
        let runtime = Handle::current();
        thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || runtime.block_on(writer.run()))?;
        Ok(Queue { jobs, stop })
    }

    /// Stops the writer once those that wait are served.
    pub(crate) async fn close(&self) {
        self.stop.notify_one();
        self.jobs.closed().await;
    }

    /// Has `work` done in a transaction, and answers when it is committed or undone. Nobody
    /// waiting for the answer any more, it is undone unless it was finished.
    pub(crate) async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Write {
            work: Some(work),
            result: None,
            reply,
        });
        // A failure to send drops the reply, and so is seen in the answer.
        let _ = self.jobs.send(job).await;
        match answer.await {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => Err(closed().into()),
        }
    }
}

/// A write that waits, whatever its types.
trait Job: Send {
    /// Does the work. `false` if it is to be undone.
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, bool>;
    /// Answers, now that the commit has succeeded or failed.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

/// What the work gave, or its panic.
type Outcome<T, E> = thread::Result<Result<T, E>>;

struct Write<T, E, W> {
    work: Option<W>,
    result: Option<Outcome<T, E>>,
    reply: oneshot::Sender<Outcome<T, E>>,
}

impl<T, E, W> Job for Write<T, E, W>
where
    W: for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, bool> {
        Box::pin(async move {
            let Some(work) = self.work.take() else {
                return false;
            };
            let work = AssertUnwindSafe(async { work(&mut *tx).await }).catch_unwind();
            let result = tokio::select! {
                biased;
                result = work => result,
                () = self.reply.closed() => return false,
            };
            // An error that the work passed over has undone it all the same.
            let result =
                result.map(|done| done.and_then(|value| Ok(tx.usable().map(|()| value)?)));
            let keep = matches!(result, Ok(Ok(_)));
            self.result = Some(result);
            keep
        })
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let answer = match committed {
            Ok(()) => self.result,
            Err(error) => Some(Ok(Err(error.into()))),
        };
        if let Some(answer) = answer {
            // Whoever asked may have left.
            let _ = self.reply.send(answer);
        }
    }
}

/// The fields are dropped in this order: the connection is closed before anyone is told.
struct Writer {
    file: File,
    tx: Tx,
    waiting: mpsc::Receiver<Box<dyn Job>>,
    stop: Arc<Notify>,
}

impl Writer {
    async fn run(mut self) {
        loop {
            tokio::select! {
                biased;
                job = self.waiting.recv() => match job {
                    Some(job) => self.serve(job).await,
                    None => break,
                },
                () = self.stop.notified() => break,
            }
        }
    }

    /// Does `first` and those that come meanwhile, commits, and answers them all.
    async fn serve(&mut self, first: Box<dyn Job>) {
        let mut jobs = vec![first];
        let committed = self.commit_together(&mut jobs).await;
        if committed.is_err() {
            // A fault may have rolled back already, and a transaction may not have begun.
            let _ = self.control("ROLLBACK").await;
        }
        if matches!(committed, Err(StoreError::Busy(_))) {
            // Those who came meanwhile would wait as long, and in vain.
            while let Ok(job) = self.waiting.try_recv() {
                jobs.push(job);
            }
        }
        for job in jobs {
            job.answer(committed.clone());
        }
    }

    /// Does the first of `jobs` and adds those that come meanwhile, each in a savepoint of its own,
    /// so that it can be undone alone. An error means that nothing of them all was kept.
    async fn commit_together(&mut self, jobs: &mut Vec<Box<dyn Job>>) -> Result<(), StoreError> {
        self.file.check()?;
        self.control("BEGIN IMMEDIATE").await?;
        let mut job = jobs.pop();
        while let Some(mut this) = job {
            self.control("SAVEPOINT job").await?;
            let keep = this.run(&mut self.tx).await;
            jobs.push(this);
            let failed = self.tx.failed.take();
            if !keep {
                let undone = self.control("ROLLBACK TO job").await;
                // A full disk, for one, makes SQLite roll back everything on its own.
                undone.map_err(|lost| failed.unwrap_or(lost))?;
            }
            self.control("RELEASE job").await?;
            job = match jobs.len() {
                SHARING.. => None,
                _ => self.waiting.try_recv().ok(),
            };
        }
        self.control("COMMIT").await
    }

    async fn control(&mut self, statement: &'static str) -> Result<(), StoreError> {
        let tx = &mut self.tx;
        let done = execute!(tx, statement).map(drop);
        tx.failed = None;
        done
    }
}
