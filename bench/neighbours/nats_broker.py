"""A nats-server of the measurement's own."""

import shutil
import subprocess
import sys

from measure.children import Children
from measure.redis import free_port


def start_nats(children: Children) -> tuple[subprocess.Popen, int]:
    # Debian has servers where only root's PATH leads.
    server = shutil.which("nats-server") or shutil.which("nats-server", path="/usr/sbin:/usr/local/sbin")
    if server is None:
        sys.exit("bench: nats-server is not there: ./dev bench neighbours installs it")
    port = free_port()
    return children.start_until("Server is ready", [server, "--addr", "127.0.0.1", "--port", str(port)])[0], port
