"""What the pages of 利用者情報設定 are made of."""
