import * as vscode from 'vscode';

/** Work that takes longer than this is seen to go on, and can be stopped. */
const patience = 1000;

/** Does what usually takes no time; where it does take some, the person is told, and may stop it. */
export async function withPatience<T>(
  title: string,
  token: vscode.CancellationToken,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const stopping = new vscode.CancellationTokenSource();
  const following = token.onCancellationRequested(() => stopping.cancel());
  const running = work(stopping.token);
  const timer = setTimeout(
    () =>
      void vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title, cancellable: true },
        async (_, notification) => {
          notification.onCancellationRequested(() => stopping.cancel());
          await Promise.allSettled([running]);
        },
      ),
    patience,
  );
  try {
    return await running;
  } finally {
    clearTimeout(timer);
    following.dispose();
    stopping.dispose();
  }
}
