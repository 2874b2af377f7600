"""The portal, asked as a browser asks it, without a socket; and once over one."""
