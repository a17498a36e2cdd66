"""The young people we ask, and the phones we ask them on."""
