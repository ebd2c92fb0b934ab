import { ApiProblem, problemFrom, unreachable } from './problem';
import { askToSignIn, csrfHeader, isSessionEnd } from './send';

/** Whom to tell how much of a file has left, from 0 to 1. */
export type OnProgress = (part: number) => void;

/** Sends a form with a file, tells how far it is, asks for a new sign-in when the session has ended, and throws what was refused as ApiProblem. */
export async function sendFile<T>(path: `/api/${string}`, form: FormData, onProgress: OnProgress): Promise<T> {
  try {
    return await sendOnce<T>(path, form, onProgress);
  } catch (error) {
    if (!(error instanceof ApiProblem) || !isSessionEnd(error) || !(await askToSignIn())) throw error;
    return sendOnce<T>(path, form, onProgress);
  }
}

/** `fetch` does not tell how far an upload is; XMLHttpRequest does. */
function sendOnce<T>(path: string, form: FormData, onProgress: OnProgress): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      if (response.ok) response.json().then((answer) => resolve(answer as T), () => reject(unreachable()));
      else problemFrom(response).then(reject, reject);
    };
    request.send(form);
  });
}
